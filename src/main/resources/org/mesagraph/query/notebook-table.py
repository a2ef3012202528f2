def plain(value):
    """A cell as text or number: of a resource its label, or else its address."""
    return value.get("label", value["id"]) if isinstance(value, dict) else value


columns = [column["name"] for column in answer["columns"]]
rows = [{name: plain(row.get(name)) for name in columns} for row in answer["rows"]]

try:
    import pandas
except ImportError:
    table = rows
else:
    table = pandas.DataFrame(rows, columns=columns)
table
