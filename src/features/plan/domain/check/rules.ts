import { rule as answerUnheard } from './rules/process/answer-unheard.ts'
import { rule as askNotForCategory } from './rules/process/ask-not-for-category.ts'
import { rule as bridgeNeverMeets } from './rules/involvement/bridge-never-meets.ts'
import { rule as bridgeExitAlwaysMet } from './rules/involvement/bridge-exit-always-met.ts'
import { rule as bridgeExitOutOfReach } from './rules/involvement/bridge-exit-out-of-reach.ts'
import { rule as bridgeExitTooLong } from './rules/involvement/bridge-exit-too-long.ts'
import { rule as bridgeExitWrongWay } from './rules/involvement/bridge-exit-wrong-way.ts'
import { rule as bridgeHostWithoutLead } from './rules/involvement/bridge-host-without-lead.ts'
import { rule as bridgeHostWrites } from './rules/involvement/bridge-host-writes.ts'
import { rule as bridgeOutsideHours } from './rules/involvement/bridge-outside-hours.ts'
import { rule as bridgeQuorumImpossible } from './rules/involvement/bridge-quorum-impossible.ts'
import { rule as bridgeQuorumUncertified } from './rules/involvement/bridge-quorum-uncertified.ts'
import { rule as bridgeSeldomQuorate } from './rules/involvement/bridge-seldom-quorate.ts'
import { rule as bridgeWithoutQuorum } from './rules/involvement/bridge-without-quorum.ts'
import { rule as capacityAboveMembers } from './rules/teams/capacity-above-members.ts'
import { rule as categoryUnhandled } from './rules/process/category-unhandled.ts'
import { rule as categoryUnknown } from './rules/process/category-unknown.ts'
import { rule as categoryWithoutDevice } from './rules/process/category-without-device.ts'
import { rule as certificationEndsEarly } from './rules/training/certification-ends-early.ts'
import { rule as certificationsEndTogether } from './rules/training/certifications-end-together.ts'
import { rule as choiceWithoutOptions } from './rules/process/choice-without-options.ts'
import { rule as commitmentAfterPhase } from './rules/involvement/commitment-after-phase.ts'
import { rule as commitmentByNobody } from './rules/involvement/commitment-by-nobody.ts'
import { rule as commitmentsNone } from './rules/involvement/commitments-none.ts'
import { rule as contactTierSilent } from './rules/process/contact-tier-silent.ts'
import { rule as contactTierUnknown } from './rules/process/contact-tier-unknown.ts'
import { rule as courseAfterPhase } from './rules/training/course-after-phase.ts'
import { rule as courseBackwards } from './rules/training/course-backwards.ts'
import { rule as courseCertifiesAnyone } from './rules/training/course-certifies-anyone.ts'
import { rule as courseLength } from './rules/training/course-length.ts'
import { rule as courseNotGiven } from './rules/training/course-not-given.ts'
import { rule as courseUnknown } from './rules/training/course-unknown.ts'
import { rule as courseWithoutPractice } from './rules/training/course-without-practice.ts'
import { rule as courseWithoutTrainer } from './rules/training/course-without-trainer.ts'
import { rule as detectionUnheard } from './rules/process/detection-unheard.ts'
import { rule as deviceActionAlone } from './rules/process/device-action-alone.ts'
import { rule as deviceActionEverybody } from './rules/process/device-action-everybody.ts'
import { rule as deviceActionTwice } from './rules/process/device-action-twice.ts'
import { rule as edgeMissing } from './rules/process/edge-missing.ts'
import { rule as edgeNotNeighbours } from './rules/process/edge-not-neighbours.ts'
import { rule as edgeTwice } from './rules/process/edge-twice.ts'
import { rule as edgeEvidencePartly } from './rules/process/edge-evidence-partly.ts'
import { rule as edgeWithoutEvidence } from './rules/process/edge-without-evidence.ts'
import { rule as evidenceDiffers } from './rules/process/evidence-differs.ts'
import { rule as evidenceNeverAsked } from './rules/process/evidence-never-asked.ts'
import { rule as evidenceUnfillable } from './rules/process/evidence-unfillable.ts'
import { rule as evidenceUnknown } from './rules/process/evidence-unknown.ts'
import { rule as evidenceWithoutDevice } from './rules/process/evidence-without-device.ts'
import { rule as expiryDaysShort } from './rules/process/expiry-days-short.ts'
import { rule as fastLaneNotUp } from './rules/process/fast-lane-not-up.ts'
import { rule as fastLaneTwice } from './rules/process/fast-lane-twice.ts'
import { rule as firstPhaseTiered } from './rules/involvement/first-phase-tiered.ts'
import { rule as countryUnknown } from './rules/teams/country-unknown.ts'
import { rule as holidayUncovered } from './rules/teams/holiday-uncovered.ts'
import { rule as holidaysRunOut } from './rules/teams/holidays-run-out.ts'
import { rule as hoursBackwards } from './rules/teams/hours-backwards.ts'
import { rule as hoursNeverOpen } from './rules/teams/hours-never-open.ts'
import { rule as hoursOverlap } from './rules/teams/hours-overlap.ts'
import { rule as hoursUncovered } from './rules/teams/hours-uncovered.ts'
import { rule as hoursUnknown } from './rules/whole/hours-unknown.ts'
import { rule as keyTwice } from './rules/whole/key-twice.ts'
import { rule as lineageWithoutRoot } from './rules/training/lineage-without-root.ts'
import { rule as linkDead } from './rules/involvement/link-dead.ts'
import { rule as linkInsecure } from './rules/involvement/link-insecure.ts'
import { rule as materialUnknown } from './rules/training/material-unknown.ts'
import { rule as noticeToNobody } from './rules/process/notice-to-nobody.ts'
import { rule as noticeTwice } from './rules/process/notice-twice.ts'
import { rule as onCallAddsNothing } from './rules/teams/on-call-adds-nothing.ts'
import { rule as linkNotWeb } from './rules/involvement/link-not-web.ts'
import { rule as phaseBackwards } from './rules/involvement/phase-backwards.ts'
import { rule as phaseUnknown } from './rules/involvement/phase-unknown.ts'
import { rule as phaseWithoutBridge } from './rules/involvement/phase-without-bridge.ts'
import { rule as phaseWithoutCertified } from './rules/involvement/phase-without-certified.ts'
import { rule as phasesGap } from './rules/involvement/phases-gap.ts'
import { rule as phasesOverlap } from './rules/involvement/phases-overlap.ts'
import { rule as platformWithoutEvidence } from './rules/process/platform-without-evidence.ts'
import { rule as priorityInverted } from './rules/process/priority-inverted.ts'
import { rule as priorityUnreachable } from './rules/process/priority-unreachable.ts'
import { rule as readinessAlwaysMet } from './rules/involvement/readiness-always-met.ts'
import { rule as readinessOutOfReach } from './rules/involvement/readiness-out-of-reach.ts'
import { rule as readinessUnfed } from './rules/involvement/readiness-unfed.ts'
import { rule as reopenWindowShort } from './rules/process/reopen-window-short.ts'
import { rule as requesterUnheard } from './rules/process/requester-unheard.ts'
import { rule as retentionMissing } from './rules/process/retention-missing.ts'
import { rule as retentionOrphans } from './rules/process/retention-orphans.ts'
import { rule as membersUntrained } from './rules/training/members-untrained.ts'
import { rule as retrainingNever } from './rules/training/retraining-never.ts'
import { rule as tierOnOverrides } from './rules/training/tier-on-overrides.ts'
import { rule as nameTwice } from './rules/whole/name-twice.ts'
import { rule as roleEmpty } from './rules/whole/role-empty.ts'
import { rule as readinessWithoutWave } from './rules/involvement/readiness-without-wave.ts'
import { rule as readinessWrongWay } from './rules/involvement/readiness-wrong-way.ts'
import { rule as retrainingInWave } from './rules/involvement/retraining-in-wave.ts'
import { rule as rolloutEmpty } from './rules/involvement/rollout-empty.ts'
import { rule as sentBackUnheard } from './rules/process/sent-back-unheard.ts'
import { rule as sharesNotHundred } from './rules/involvement/shares-not-hundred.ts'
import { rule as silentDaysShort } from './rules/process/silent-days-short.ts'
import { rule as targetHolidayUnstaffed } from './rules/process/target-holiday-unstaffed.ts'
import { rule as targetHoursUnstaffed } from './rules/process/target-hours-unstaffed.ts'
import { rule as targetImpossible } from './rules/process/target-impossible.ts'
import { rule as targetSlowerWhenUrgent } from './rules/process/target-slower-when-urgent.ts'
import { rule as targetsDoNotFit } from './rules/process/targets-do-not-fit.ts'
import { rule as teamInTwoTiers } from './rules/teams/team-in-two-tiers.ts'
import { rule as teamUnknown } from './rules/whole/team-unknown.ts'
import { rule as teamWithoutLead } from './rules/teams/team-without-lead.ts'
import { rule as tierAwayTooMuch } from './rules/teams/tier-away-too-much.ts'
import { rule as tierOnOnePerson } from './rules/teams/tier-on-one-person.ts'
import { rule as tierUnknown } from './rules/whole/tier-unknown.ts'
import { rule as tierUntrained } from './rules/teams/tier-untrained.ts'
import { rule as tierTrainedLate } from './rules/training/tier-trained-late.ts'
import { rule as tierWithoutCourse } from './rules/training/tier-without-course.ts'
import { rule as trainingEmptiesTier } from './rules/training/training-empties-tier.ts'
import { rule as tierWithoutDuties } from './rules/teams/tier-without-duties.ts'
import { rule as tierWithoutMembers } from './rules/teams/tier-without-members.ts'
import { rule as tiersNotContiguous } from './rules/teams/tiers-not-contiguous.ts'
import { rule as timeZoneUnknown } from './rules/teams/time-zone-unknown.ts'
import { rule as translationMissing } from './rules/whole/translation-missing.ts'
import { rule as translationSame } from './rules/whole/translation-same.ts'
import { rule as vendorLanguage } from './rules/teams/vendor-language.ts'
import { rule as vendorNotOnTop } from './rules/teams/vendor-not-on-top.ts'
import { rule as vendorOpenersElsewhere } from './rules/teams/vendor-openers-elsewhere.ts'
import { rule as vendorWithoutOpeners } from './rules/teams/vendor-without-openers.ts'
import { rule as warningUnheard } from './rules/process/warning-unheard.ts'
import { rule as waveBackwards } from './rules/involvement/wave-backwards.ts'
import { rule as waveOutsidePhase } from './rules/involvement/wave-outside-phase.ts'
import { rule as waveOverCapacity } from './rules/involvement/wave-over-capacity.ts'
import { rule as waveTwice } from './rules/involvement/wave-twice.ts'
import { rule as waveUnknown } from './rules/involvement/wave-unknown.ts'
import { rule as waveWithoutPeople } from './rules/involvement/wave-without-people.ts'
import { rule as waveWithoutPlatforms } from './rules/involvement/wave-without-platforms.ts'
import { rule as waveWithoutReadiness } from './rules/involvement/wave-without-readiness.ts'
import { rule as wavesOverlap } from './rules/involvement/waves-overlap.ts'
import { rule as wayDownUnheard } from './rules/process/way-down-unheard.ts'
import type { Rule } from './rule.ts'

/** Every rule of the check, in the order of the plan. */
export const rules: readonly Rule[] = [
  hoursUnknown,
  keyTwice,
  nameTwice,
  roleEmpty,
  teamUnknown,
  tierUnknown,
  translationMissing,
  translationSame,
  capacityAboveMembers,
  countryUnknown,
  holidayUncovered,
  holidaysRunOut,
  hoursBackwards,
  hoursNeverOpen,
  hoursOverlap,
  hoursUncovered,
  onCallAddsNothing,
  teamInTwoTiers,
  teamWithoutLead,
  tierAwayTooMuch,
  tierOnOnePerson,
  tierUntrained,
  tierWithoutDuties,
  tierWithoutMembers,
  tiersNotContiguous,
  timeZoneUnknown,
  vendorLanguage,
  vendorNotOnTop,
  vendorOpenersElsewhere,
  vendorWithoutOpeners,
  answerUnheard,
  askNotForCategory,
  categoryUnhandled,
  categoryUnknown,
  categoryWithoutDevice,
  choiceWithoutOptions,
  contactTierSilent,
  contactTierUnknown,
  detectionUnheard,
  deviceActionAlone,
  deviceActionEverybody,
  deviceActionTwice,
  edgeMissing,
  edgeNotNeighbours,
  edgeTwice,
  edgeEvidencePartly,
  edgeWithoutEvidence,
  evidenceDiffers,
  evidenceNeverAsked,
  evidenceUnfillable,
  evidenceUnknown,
  evidenceWithoutDevice,
  expiryDaysShort,
  fastLaneNotUp,
  fastLaneTwice,
  noticeToNobody,
  noticeTwice,
  platformWithoutEvidence,
  priorityInverted,
  priorityUnreachable,
  reopenWindowShort,
  requesterUnheard,
  retentionMissing,
  retentionOrphans,
  sentBackUnheard,
  silentDaysShort,
  targetHolidayUnstaffed,
  targetHoursUnstaffed,
  targetImpossible,
  targetSlowerWhenUrgent,
  targetsDoNotFit,
  warningUnheard,
  wayDownUnheard,
  certificationEndsEarly,
  certificationsEndTogether,
  courseAfterPhase,
  courseBackwards,
  courseCertifiesAnyone,
  courseLength,
  courseNotGiven,
  courseUnknown,
  courseWithoutPractice,
  courseWithoutTrainer,
  lineageWithoutRoot,
  materialUnknown,
  membersUntrained,
  retrainingNever,
  tierOnOverrides,
  tierTrainedLate,
  tierWithoutCourse,
  trainingEmptiesTier,
  bridgeNeverMeets,
  bridgeExitAlwaysMet,
  bridgeExitOutOfReach,
  bridgeExitTooLong,
  bridgeExitWrongWay,
  bridgeHostWithoutLead,
  bridgeHostWrites,
  bridgeOutsideHours,
  bridgeQuorumImpossible,
  bridgeQuorumUncertified,
  bridgeSeldomQuorate,
  bridgeWithoutQuorum,
  commitmentAfterPhase,
  commitmentByNobody,
  commitmentsNone,
  firstPhaseTiered,
  linkDead,
  linkInsecure,
  linkNotWeb,
  phaseBackwards,
  phaseUnknown,
  phaseWithoutBridge,
  phaseWithoutCertified,
  phasesGap,
  phasesOverlap,
  readinessAlwaysMet,
  readinessOutOfReach,
  readinessUnfed,
  readinessWithoutWave,
  readinessWrongWay,
  retrainingInWave,
  rolloutEmpty,
  sharesNotHundred,
  waveBackwards,
  waveOutsidePhase,
  waveOverCapacity,
  waveTwice,
  waveUnknown,
  waveWithoutPeople,
  waveWithoutPlatforms,
  waveWithoutReadiness,
  wavesOverlap,
]
