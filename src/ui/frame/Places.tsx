import { mergeClasses } from '@fluentui/react-components'
import { BareLink } from '../pages/PageLink.tsx'
import { useFrameStyles, usePlaceStyles } from './frame-styles.ts'
import type { Place } from './nav.ts'

type PlacesProps = { readonly places: readonly Place[]; readonly label: string; readonly onGo?: () => void }

/** The places at the side: with words; on narrower windows icons with small words. */
export function Rail({ places, label }: PlacesProps) {
  const frame = useFrameStyles()
  return (
    <nav className={frame.rail} aria-label={label}>
      {places.map((place) => (
        <PlaceLink key={place.to} place={place} where="rail" />
      ))}
    </nav>
  )
}

/** The places at the bottom of a phone. */
export function BottomBar({ places, label }: PlacesProps) {
  const frame = useFrameStyles()
  return (
    <nav className={frame.bottom} aria-label={label}>
      {places.map((place) => (
        <PlaceLink key={place.to} place={place} where="bottom" />
      ))}
    </nav>
  )
}

/** The places one below the other, in a drawer. */
export function PlaceList({ places, label, onGo }: PlacesProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events jsx-a11y/no-noninteractive-element-interactions -- closes after a link was followed
    <nav aria-label={label} onClick={onGo}>
      {places.map((place) => (
        <PlaceLink key={place.to} place={place} where="drawer" />
      ))}
    </nav>
  )
}

function PlaceLink({ place, where }: { readonly place: Place; readonly where: 'rail' | 'bottom' | 'drawer' }) {
  const styles = usePlaceStyles()
  const Icon = place.here ? (place.iconFilled ?? place.icon) : place.icon
  const className = mergeClasses(
    styles.place,
    where === 'rail' && styles.inRail,
    where === 'bottom' && styles.inBottom,
    place.here && (where === 'bottom' ? styles.hereBottom : styles.here),
  )
  return (
    <BareLink to={place.to} className={className} {...(place.here ? { 'aria-current': 'page' as const } : {})}>
      <span className={mergeClasses(styles.icon, place.here && styles.hereIcon)} aria-hidden>
        <Icon />
      </span>
      <span>{place.text}</span>
    </BareLink>
  )
}
