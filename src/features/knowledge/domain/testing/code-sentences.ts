import { normalCode } from '../codes.ts'

/** A code as people, portals and logs spell it. */
export function spelledWays(code: string): readonly string[] {
  const normal = normalCode(code)
  if (/^[0-9A-F]{8}$/.test(normal)) {
    const value = Number.parseInt(normal, 16)
    return [
      `0x${normal}`,
      `0X${normal.toLowerCase()}`,
      normal.toLowerCase(),
      String(value),
      String(value - 2 ** 32),
      `HRESULT: 0x${normal.toLowerCase()}`,
      `0x${normal.slice(0, 4)}-${normal.slice(4)}`,
      `0xFFFFFFFF${normal}`,
    ]
  }
  if (/^\d+$/.test(normal)) {
    const value = Number(normal)
    const hex = value.toString(16)
    return [
      normal,
      `#${normal}`,
      `code ${normal}`,
      `0x${hex}`,
      `0x${hex.toUpperCase().padStart(8, '0')}`,
      `'${normal}'`,
    ]
  }
  return [code, code.toLowerCase(), code.toUpperCase(), `"${code}"`, `(${code})`, `${code}.`]
}

/** What people write around it. */
export const sentences: readonly ((code: string) => string)[] = [
  (code) => `Ik krijg foutcode ${code} als ik mijn telefoon wil inschrijven.`,
  (code) => `Melding: ${code}. Wat moet ik doen?`,
  (code) => `Sinds maandag 12 oktober 2026 om 14:30 lukt het niet meer (${code}), groet Jan, 06-12345678`,
  (code) => `Het toevoegen van mijn laptop mislukt met ${code}, al drie keer geprobeerd`,
  (code) => `Fout: ${code}\nGroeten, Ada`,
  (code) => `De installatie is mislukt. Foutcode: "${code}"`,
  (code) => `Wat betekent ${code}?`,
  (code) => `bedrijfsportal stopt,code=${code};hangt daarna`,
  (code) => `Enrollment failed with error ${code}, please help`,
  (code) => `The installation of the app failed. Error code: ${code}`,
  (code) => `Getting ${code} error on my laptop since Tuesday 9:15`,
  (code) => `error(${code})`,
  (code) => `What does ${code} mean?`,
  (code) => `Setup stops: [${code}], Windows 11 23H2 build 22631.4460`,
  (code) => `Ticket T-1042 again: the device reports error ${code}!`,
  (code) => `<b>${code}</b>`,
  (code) => `<span style="color:#1f497d">Foutcode:&nbsp;${code}</span>`,
  (code) => `<td>iPad 9</td><td>error ${code}</td><td>2026-11-28</td>`,
  (code) => `| 28-11-2026 | iPad 9 | fout ${code} |`,
  (code) => `Foutcode\t${code}\tWindows 11`,
  (code) => `2026-11-28T09:14:22.123Z ERROR [EnrollmentSvc] enrollment failed, hr=${code}`,
  (code) => `> ik krijg foutmelding ${code}\n> wat nu?`,
  (code) => `Error ${code}=0D=0A bij inschrijven`,
  (code) => `fout:${code}/stap 4`,
  (code) => `After 2 GB and 45 min the setup ended with error ${code}`,
]
