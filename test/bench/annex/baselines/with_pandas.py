"""The work of the annex as a spreadsheet script does it: read every unit's sheets with pandas, add up by code, fill the
template with openpyxl. Prints the sums and how long it took without the interpreter's own start."""
import json, sys, time
begun = time.perf_counter()
import openpyxl
import pandas
imported = time.perf_counter()

template, out, plan, *units = sys.argv[1:]
with open(plan, encoding="utf-8") as file:
    plan = json.load(file)
sheets = list(plan["sheets"])
first, columns = plan["firstRow"], plan["columns"]

parts = []
for unit in units:
    for sheet, frame in pandas.read_excel(unit, sheet_name=sheets, header=None, skiprows=first - 1, dtype={0: str}).items():
        frame = frame.iloc[: plan["rows"], [0] + [column - 1 for column in columns]].copy()
        frame.columns = ["code", "now", "before"]
        frame["sheet"] = sheet
        parts.append(frame)
sums = pandas.concat(parts).groupby(["sheet", "code"], sort=False)[["now", "before"]].sum()

book = openpyxl.load_workbook(template)
for sheet in sheets:
    page = book[sheet]
    for row in range(first, first + plan["rows"]):
        found = sums.loc[(sheet, page.cell(row, 1).value)]
        page.cell(row, columns[0]).value = int(found["now"])
        page.cell(row, columns[1]).value = int(found["before"])
book.save(out)
done = time.perf_counter()
print(json.dumps({
    "seconds": done - imported,
    "sums": {f"{sheet}|{code}": [int(values["now"]), int(values["before"])] for (sheet, code), values in sums.iterrows()},
}))
