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
]
