/**
 * The first half of a 32-bit result: severity and facility, as Windows, Entra ID and Intune use them. A number that stands alone, with nothing
 * around it that says "error", is taken for a code only when it begins with one of these.
 */
const beginnings = new Set(
  [
    // COM, RPC, storage, Win32, security, certificates, the internet, .NET
    '8000 8001 8002 8003 8004 8005 8007 8008 8009 800A 800B 800C 800F 8010 8013 8015',
    // enrollment, web answers, device registration, BITS, Windows Update, TPM, BitLocker, firewall, deployment
    '8018 8019 801C 801F 8020 8024 8027 8028 8029 8031 8032 8034 803F 80CF 80D0 80F0 8103 8A15',
    // app protection, Intune, its agents and its app installer, as an error and as a warning
    '82AA 87D0 87D1 87D2 87D3 87D4 C7D1',
    // sign-in components and the kernel
    'CAA1 CAA2 CAA3 CAA5 CAA7 CAA8 CAA9 CAAA CAA0 C000 C100 C103 C190',
  ].flatMap((row) => row.split(' ')),
)

/** Whether a 32-bit value looks like a result of a component that this desk meets. */
export function hasKnownFacility(value: number): boolean {
  return value >= 2 ** 31 && value < 2 ** 32 && beginnings.has(hexOf(value).slice(0, 4))
}

export function hexOf(value: number): string {
  return value.toString(16).toUpperCase().padStart(8, '0')
}
