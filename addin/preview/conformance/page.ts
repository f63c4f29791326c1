// The conformance page: runs the list inside whatever Excel shows it, asks the person for the steps
// only they can take, and gives the report as JSON. Never sends it anywhere.
import { element, placed } from '../page/element.ts'
import { type Bench, Skipped } from './item.ts'
import { items, type Result, runAll } from './run.ts'
import { words } from './words.ts'

const said = placed('said')
const step = placed('step')
const results = placed('results')
const json = placed('json')

const ask: Bench['ask'] = what =>
  new Promise((taken, refused) => {
    placed('asked').textContent = words.steps[what]
    step.hidden = false
    placed('done').onclick = () => {
      step.hidden = true
      taken()
    }
    placed('skip').onclick = () => {
      step.hidden = true
      refused(new Skipped())
    }
    step.scrollIntoView({ block: 'nearest' })
  })

function row({ item, expected, seen, ok }: Result): HTMLElement {
  const judged = ok === null ? words.open : ok ? words.right : words.wrong
  const detail = words.seen(JSON.stringify(seen), JSON.stringify(expected))
  return element(
    'li',
    {},
    element('strong', {}, judged),
    ` ${item}`,
    ...(ok === true ? [] : [element('small', {}, detail)]),
  )
}

async function run(): Promise<void> {
  const button = placed('run')
  button.setAttribute('disabled', '')
  results.replaceChildren()
  said.textContent = words.running(0, items.length)
  const report = await runAll({ Excel, Office, ask }, result => {
    results.append(row(result))
    said.textContent = words.running(results.childElementCount, items.length)
  })
  const count = (wanted: boolean | null) => report.items.filter(({ ok }) => ok === wanted).length
  said.textContent = words.done(count(true), count(false), count(null))
  json.textContent = JSON.stringify(report, undefined, 2)
  placed('outcome').hidden = false
  button.removeAttribute('disabled')
}

async function copy(): Promise<void> {
  try {
    await navigator.clipboard.writeText(json.textContent ?? '')
    said.textContent = words.copied
  } catch {
    // Excel may forbid the clipboard to its panes
    said.textContent = words.notCopied
  }
}

placed('run').addEventListener('click', () => void run())
placed('copy').addEventListener('click', () => void copy())
Office.onReady(({ host }) => {
  if (host !== Office.HostType.Excel) {
    said.textContent = words.noExcel
    return
  }
  const { platform, version } = Office.context.diagnostics
  said.textContent = words.ready(`Excel ${version} (${platform})`)
  placed('run').removeAttribute('disabled')
})
