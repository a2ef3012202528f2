import json
import urllib.request

URL = ${url}

with urllib.request.urlopen(urllib.request.Request(URL, headers={"Accept": "application/json"})) as response:
    answer = json.load(response)

print(answer["meta"]["summary"])
print(answer["meta"].get("dataset", ""))
