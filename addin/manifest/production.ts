// The manifest of a deployment, made from the development one: its own origin, id and version, and
// nothing of this machine. Pure; what it makes is checked like any other.

import { isLocal } from './origins.ts'
import { developmentId } from './shapes.ts'
import { values } from './values.ts'

export interface Deployment {
  /** where the pane is served: `https://cchc.example.gov.vn` */
  readonly origin: string
  /** a GUID of this deployment alone, the same through all its versions */
  readonly id: string
  /** as in package.json: `1.2.3` */
  readonly version: string
  /** what Office shows instead of the product's name, in either language */
  readonly name?: string
}

/** What a person who deploys must mend, in one sentence. */
export class DeploymentError extends Error {}

const developmentOrigin = 'https://localhost:8787'

/** @throws DeploymentError when an address, id or name would not do */
export function productionManifest(development: string, deployment: Deployment): string {
  const origin = originOf(deployment.origin)
  const { id, name } = deployment
  const flaw = values.guid(id)
  if (flaw) throw new DeploymentError(`--id ${flaw}`)
  if (id.toLowerCase() === developmentId)
    throw new DeploymentError('--id is the development manifest’s own; a deployment needs another')
  const nameFlaw = name === undefined ? undefined : values.short(name)
  if (nameFlaw) throw new DeploymentError(`--name ${nameFlaw}`)
  return development
    .replace(/<!--[\s\S]*?-->\n/, `<!-- Made by "npm run manifest" for ${origin}. -->\n`)
    .replaceAll(developmentOrigin, origin)
    .replace(/<Id>.*<\/Id>/, `<Id>${id.toLowerCase()}</Id>`)
    .replace(/<Version>.*<\/Version>/, `<Version>${fourNumbers(deployment.version)}</Version>`)
    .replace(/<DisplayName[\s\S]*?<\/DisplayName>/, shown =>
      name === undefined ? shown : shown.replace(/alue="[^"]*"/g, () => `alue="${escaped(name)}"`),
    )
}

function originOf(given: string): string {
  const url = URL.parse(given)
  if (!url)
    throw new DeploymentError(`"${given}" is not a web address such as https://cchc.example.gov.vn`)
  if (url.protocol !== 'https:')
    throw new DeploymentError(`"${given}" is not https; Excel loads panes over https only`)
  if (isLocal(url.hostname))
    throw new DeploymentError(`"${given}" is this machine; other people’s Excel cannot reach it`)
  if (`${url.origin}/` !== url.href)
    throw new DeploymentError(`"${given}" has more than an origin; give ${url.origin}`)
  return url.origin
}

/** Office wants four; a pre-release says nothing there. */
function fourNumbers(version: string): string {
  const [, numbers] = /^(\d+\.\d+\.\d+)/.exec(version) ?? []
  if (!numbers) throw new DeploymentError(`the version "${version}" is not three numbers`)
  return `${numbers}.0`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
