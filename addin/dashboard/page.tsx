/** The page for the leaders of the Sở and of the province (`/dashboard`): reads the public JSON, writes nothing. */
import { createRoot } from 'react-dom/client'
import { speak } from '../i18n/dashboard.ts'
import { App, rememberedLanguage } from './app.tsx'
import { printedAsLaidOut } from './paper.ts'

const place = document.getElementById('page')
if (!place) throw new Error('the page has no #page')
const wanted = rememberedLanguage()
const begun = await speak(wanted).then(
  () => wanted,
  () => 'vi' as const,
)
printedAsLaidOut()
createRoot(place).render(<App begun={begun} />)
