"""The same without pandas: openpyxl reads row by row, plain dictionaries add up, openpyxl fills the template."""
import json, sys, time
import openpyxl
imported = time.perf_counter()

template, out, plan, *units = sys.argv[1:]
with open(plan, encoding="utf-8") as file:
    plan = json.load(file)
first, last, columns = plan["firstRow"], plan["firstRow"] + plan["rows"] - 1, plan["columns"]

sums = {}
for unit in units:
    book = openpyxl.load_workbook(unit, read_only=True, data_only=True)
    for sheet in plan["sheets"]:
        for row in book[sheet].iter_rows(min_row=first, max_row=last, max_col=max(columns), values_only=True):
            total = sums.setdefault((sheet, row[0]), [0, 0])
            for i, column in enumerate(columns):
                total[i] += row[column - 1] or 0
    book.close()

book = openpyxl.load_workbook(template)
for sheet in plan["sheets"]:
    page = book[sheet]
    for row in range(first, last + 1):
        for i, column in enumerate(columns):
            page.cell(row, column).value = sums[(sheet, page.cell(row, 1).value)][i]
book.save(out)
done = time.perf_counter()
print(json.dumps({"seconds": done - imported, "sums": {f"{sheet}|{code}": total for (sheet, code), total in sums.items()}}))
