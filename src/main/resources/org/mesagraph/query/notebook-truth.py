answer["boolean"]
