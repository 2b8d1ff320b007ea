import type { Resource } from '../document/involvement.ts'
import type { Text } from '../document/text.ts'
import { text } from './text.ts'

const learn = 'https://learn.microsoft.com'

function resource(key: string, name: Text, url: string, tiers: readonly number[] = []): Resource {
  return { key, name, url, tiers: [...tiers] }
}

/** An empty list of tiers: for everyone. */
export const starterResources: Resource[] = [
  resource(
    'planning-guide',
    text('Planningshandleiding voor Intune', 'Intune planning guide'),
    `${learn}/intune/intune-service/fundamentals/intune-planning-guide`,
  ),
  resource(
    'what-is-intune',
    text('Wat is Microsoft Intune?', 'What is Microsoft Intune?'),
    `${learn}/intune/intune-service/fundamentals/what-is-intune`,
  ),
  resource(
    'enrollment-guide',
    text('Handleiding voor inschrijven', 'Enrollment guide'),
    `${learn}/intune/intune-service/fundamentals/deployment-guide-enrollment`,
  ),
  resource(
    'help-desk-operators',
    text('Gebruikers helpen vanuit het beheercentrum', 'Help users from the admin center'),
    `${learn}/intune/intune-service/fundamentals/help-desk-operators`,
    [1, 2],
  ),
  resource(
    'enrollment-troubleshooting',
    text('Problemen met inschrijven oplossen', 'Troubleshoot device enrollment'),
    `${learn}/troubleshoot/mem/intune/device-enrollment/troubleshoot-device-enrollment-in-intune`,
    [1, 2],
  ),
  resource(
    'ios-enrollment-errors',
    text('Fouten bij inschrijven van iPhone en iPad', 'iPhone and iPad enrollment errors'),
    `${learn}/troubleshoot/mem/intune/device-enrollment/troubleshoot-ios-enrollment-errors`,
    [1, 2],
  ),
  resource(
    'android-enrollment-errors',
    text('Fouten bij inschrijven van Android', 'Android enrollment errors'),
    `${learn}/troubleshoot/mem/intune/device-enrollment/troubleshoot-android-enrollment`,
    [1, 2],
  ),
  resource(
    'windows-enrollment-errors',
    text('Fouten bij inschrijven van Windows', 'Windows enrollment errors'),
    `${learn}/troubleshoot/mem/intune/device-enrollment/troubleshoot-windows-enrollment-errors`,
    [1, 2],
  ),
  resource(
    'policy-troubleshooting',
    text('Problemen met beleid oplossen', 'Troubleshoot policies'),
    `${learn}/troubleshoot/mem/intune/device-configuration/troubleshoot-policies-in-microsoft-intune`,
    [2, 3],
  ),
  resource(
    'access-troubleshooting',
    text('Problemen met voorwaardelijke toegang oplossen', 'Troubleshoot Conditional Access'),
    `${learn}/troubleshoot/mem/intune/device-protection/troubleshoot-conditional-access`,
    [2, 3],
  ),
  resource(
    'app-install-errors',
    text('Foutcodes bij het installeren van apps', 'App installation error codes'),
    `${learn}/troubleshoot/mem/intune/app-management/app-install-error-codes`,
    [1, 2],
  ),
  resource(
    'network-endpoints',
    text('Netwerkadressen die Intune nodig heeft', 'Network addresses that Intune needs'),
    `${learn}/intune/intune-service/fundamentals/intune-endpoints`,
    [3],
  ),
  resource(
    'get-support',
    text('Ondersteuning van Microsoft krijgen', 'Get support from Microsoft'),
    `${learn}/mem/get-support`,
    [3],
  ),
  resource(
    'service-health',
    text('Status van Microsoft 365', 'Microsoft 365 status'),
    'https://status.cloud.microsoft/',
    [2, 3],
  ),
  resource(
    'admin-center',
    text('Intune-beheercentrum', 'Intune admin center'),
    'https://intune.microsoft.com/',
    [2, 3],
  ),
  resource(
    'company-portal',
    text('Website van Bedrijfsportal', 'Company Portal website'),
    'https://portal.manage.microsoft.com/',
  ),
  resource(
    'community',
    text('Forum van de Intune-gemeenschap', 'Intune community forum'),
    'https://techcommunity.microsoft.com/category/microsoftintune',
  ),
]
