import fc from 'fast-check'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))
const hex = (length: number) =>
  fc
    .array(
      fc.integer({ min: 0, max: 15 }).map((value) => value.toString(16)),
      { minLength: length, maxLength: length },
    )
    .map((all) => all.join(''))
const upTo = (most: number, least = 1) => fc.integer({ min: least, max: most })
const two = (value: number) => String(value).padStart(2, '0')
const day = fc.tuple(upTo(28), upTo(12), upTo(2030, 2019))

/** A sentence around a number that is no code. */
const written = (parts: readonly string[], number: fc.Arbitrary<string>) =>
  fc.tuple(fc.constantFrom(...parts), number).map(([sentence, value]) => sentence.replace('#', () => value))

/** Numbers as they stand in tickets and mails, beside words about what does not work. */
export const ordinaryText: Readonly<Record<string, fc.Arbitrary<string>>> = {
  dates: written(
    ['Sinds # werkt het niet meer', 'It fails since #', 'Foutmelding op # gezien', 'Error on #, see the picture'],
    fc.oneof(
      day.map(([d, m, y]) => `${two(d)}-${two(m)}-${y}`),
      day.map(([d, m, y]) => `${y}-${two(m)}-${two(d)}`),
      day.map(([d, m, y]) => `${d}/${m}/${y}`),
      day.map(([d, m, y]) => `${y}${two(m)}${two(d)}`),
      day.map(([d, , y]) => `${d} maart ${y}`),
      day.map(([d, , y]) => `March ${d}, ${y}`),
    ),
  ),
  times: written(
    [
      'Om # kreeg ik een fout',
      'At # it failed',
      'Na # minuten stopt het met een foutmelding',
      'It takes # minutes and then fails',
    ],
    fc.oneof(
      fc.tuple(upTo(23), upTo(59)).map(([h, m]) => `${two(h)}:${two(m)}`),
      upTo(120).map(String),
      fc.tuple(upTo(23), upTo(59), upTo(59)).map((all) => all.map(two).join(':')),
    ),
  ),
  phones: written(
    [
      'Bel mij op #, het lukt niet',
      'Call me at # please',
      'Tel. #',
      'Mobiel: #',
      'Je kunt me bereiken op # als de fout terugkomt',
      'My phone number is #',
    ],
    fc.oneof(
      digits(8).map((rest) => `06${rest}`),
      digits(8).map((rest) => `06-${rest}`),
      digits(9).map((rest) => `+31${rest}`),
      digits(9).map((rest) => `+31 6 ${rest.slice(1)}`),
      digits(9).map((rest) => `0${rest.slice(0, 2)} ${rest.slice(2, 5)} ${rest.slice(5, 7)} ${rest.slice(7)}`),
      digits(10).map((all) => `${all.slice(0, 3)}-${all.slice(3, 6)}-${all.slice(6)}`),
      digits(10).map((all) => `2${all.slice(1)}`),
    ),
  ),
  tickets: written(
    [
      'Zie melding T-#, nog steeds een fout',
      'Ticket # is about the same error',
      'Meldingsnummer # loopt nog',
      'INC# was closed',
      'incident # again',
      'case #: it still fails',
    ],
    fc.oneof(upTo(99_999, 1000).map(String), digits(7), digits(8), digits(10)),
  ),
  serials: written(
    [
      'Serienummer # geeft een fout',
      'Serial number: #',
      'S/N #',
      'The laptop with serial # fails to enroll',
      'Asset tag # lukt niet',
    ],
    fc.oneof(
      hex(8).map((all) => all.toUpperCase()),
      hex(10).map((all) => all.toUpperCase()),
      digits(8),
      digits(12),
      hex(7).map((all) => `FB${all.slice(0, 1)}-${digits6(all)}`),
    ),
  ),
  imeis: written(['IMEI # lukt niet', 'the phone (IMEI: #) fails', 'imei #'], digits(15)),
  addresses: written(
    ['IP-adres # geeft een fout', 'The server # cannot be reached', 'error from #', 'MAC #'],
    fc.oneof(
      fc.tuple(upTo(255), upTo(255), upTo(255), upTo(255)).map((all) => all.join('.')),
      fc.tuple(upTo(255), upTo(255), upTo(255), upTo(255)).map((all) => `${all.join('.')}:8080`),
      hex(12).map((all) => (all.match(/../g) ?? []).join(':')),
      hex(12).map((all) => (all.match(/../g) ?? []).join('-')),
    ),
  ),
  versions: written(
    [
      'Windows 11 build # loopt vast',
      'Versie # van de app geeft een fout',
      'Company Portal version # fails',
      'iOS # lukt niet',
      'agent # crash',
    ],
    fc.oneof(
      fc.tuple(upTo(30), upTo(9), upTo(9)).map((all) => all.join('.')),
      fc.tuple(upTo(26_200, 19_041), upTo(9999)).map((all) => all.join('.')),
      fc.tuple(upTo(11), upTo(9), upTo(26_200, 19_041), upTo(9999)).map((all) => all.join('.')),
      upTo(26_200, 19_041).map(String),
    ),
  ),
  companies: written(
    [
      'KvK #, btw NL#B01',
      'Onze KvK-nummer is #',
      'IBAN NL91ABNA#',
      'BTW-nummer NL#B01 staat op de factuur',
      'VAT #',
    ],
    fc.oneof(digits(8), digits(9), digits(10)),
  ),
  places: written(
    [
      'Ik zit in # Utrecht, het werkt niet',
      'Postcode #',
      'kamer # heeft geen bereik en het mislukt',
      'Room #, it does not work',
    ],
    fc.oneof(
      upTo(9999, 1000).map((all) => `${all} AB`),
      upTo(9999, 1000).map((all) => `${all}XZ`),
      upTo(999).map((all) => `B${all}`),
    ),
  ),
  amounts: written(
    ['De laptop kostte € #', 'It costs #', 'Het abonnement van # per maand lukt niet', 'EUR # betaald'],
    fc.oneof(
      fc.tuple(upTo(9999), upTo(99)).map(([whole, cents]) => `${whole},${two(cents)}`),
      fc.tuple(upTo(9), upTo(999, 100)).map(([whole, rest]) => `€ ${whole}.${rest},00`),
      upTo(5000).map((all) => `${all} euro`),
      upTo(5000).map((all) => `$${all}`),
    ),
  ),
  counts: written(
    [
      'Bij # gebruikers lukt het niet',
      '# people cannot enroll',
      'Al # keer geprobeerd en steeds een foutmelding',
      'error on # devices',
      'het faalt bij # toestellen',
      'We have # licences and it fails',
      'accu op #%',
    ],
    upTo(5000, 2).map(String),
  ),
  ids: written(
    [
      'Correlation id # in the error',
      'Apparaat-id: #',
      'Tenant # geeft een fout',
      'Foutmelding, activity id #',
      'request id #',
    ],
    fc.uuid(),
  ),
  orders: written(
    [
      'Ordernummer # is nog niet binnen',
      'Order # was shipped',
      'Bestelling # bevat de laptop',
      'Factuur # klopt niet',
      'Invoice #',
      'Track & trace #',
      'Klantnummer # werkt niet',
    ],
    fc.oneof(digits(8), digits(10), digits(6), digits(12)),
  ),
  labels: written(
    ['pakbon # foutief', 'vrachtbrief # mislukt', 'PO # error in delivery', 'Pakbonnummer # klopt niet'],
    fc.oneof(digits(8), digits(10), digits(6)),
  ),
  pages: written(
    ['<font color="#">foutmelding</font>', 'style="background:#" error', 'achtergrond # klopt niet, fout'],
    fc.oneof(
      hex(6).map((all) => `#${all}`),
      hex(8).map((all) => `#${all}`),
      fc.tuple(upTo(255), upTo(255), upTo(255)).map((all) => `rgb(${all.join(', ')})`),
    ),
  ),
  pictures: written(
    ['<img src="cid:image001.png@01DDB754.#"> fout', '<img width=3D"806" src="cid:a.png@01DDB754.#"> error'],
    fc.oneof(
      hex(8).map((all) => all.toUpperCase()),
      hex(4).map((all) => `8018${all.toUpperCase()}`),
    ),
  ),
  groups: written(
    [
      'telefoon # foutmelding gekregen',
      'My mobile # fails to ring',
      '# is mijn nummer, app werkt niet',
      'rekening # geeft fout',
    ],
    fc.oneof(
      digits(8).map((rest) => `+31 6 ${rest}`),
      digits(8).map((rest) => `+44 20 ${rest.slice(0, 4)} ${rest.slice(4)}`),
      digits(7).map((rest) => `(020) ${rest.slice(0, 3)} ${rest.slice(3)}`),
      digits(10).map((rest) => `NL20 INGB ${rest.slice(0, 4)} ${rest.slice(4, 8)} ${rest.slice(8)}`),
    ),
  ),
  secrets: written(
    [
      'Je verificatiecode is #',
      'Your verification code is #',
      'Use code # to sign in',
      'Pincode # is geweigerd',
      'toegangscode # lukt niet',
    ],
    fc.oneof(digits(6), digits(4)),
  ),
  hashes: written(
    [
      'Message-ID: <#@mail.example.nl>',
      'hash # komt niet overeen',
      'commit # failed',
      'boundary="#"',
      'https://example.nl/f/#?x=1 geeft een fout',
    ],
    fc.oneof(hex(32), hex(40), hex(64), hex(12)),
  ),
  files: written(
    [
      'Zie IMG_#.png voor de foutmelding',
      'Schermafbeelding #.jpg',
      'log-#.txt says nothing',
      'error in setup-#.exe',
    ],
    fc.oneof(digits(8), digits(4), digits(14)),
  ),
}

function digits6(text: string): string {
  return text.replace(/\D/g, '0').slice(1).padStart(6, '0')
}
