import { Button, type ButtonProps, Link as FluentLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { type AnchorHTMLAttributes, forwardRef, type ReactNode } from 'react'
import type { Search } from './address.ts'

type LinkProps = {
  /** A path of the application: `/tickets/T-1042`. */
  readonly to: string
  readonly search?: Search
  /** The id of the place on that page. */
  readonly hash?: string
  readonly children: ReactNode
  readonly className?: string
  /** Besides going there. */
  readonly onClick?: () => void
  readonly 'aria-label'?: string
  readonly 'aria-current'?: 'page'
}

const Anchor = forwardRef<HTMLAnchorElement, AnchorHTMLAttributes<HTMLAnchorElement>>(function Anchor(props, ref) {
  return <FluentLink {...props} href={props.href ?? ''} ref={ref as never} />
})
const RoutedAnchor = createLink(Anchor)

/** A link to another page of the application. */
export function PageLink({ search, ...props }: LinkProps) {
  return <RoutedAnchor {...props} {...(search ? { search: search as never } : {})} />
}

const PlainAnchor = forwardRef<HTMLAnchorElement, AnchorHTMLAttributes<HTMLAnchorElement>>(
  function PlainAnchor(props, ref) {
    return (
      // oxlint-disable-next-line jsx-a11y/anchor-has-content -- the content is in props.children
      <a {...props} ref={ref as never} />
    )
  },
)
const RoutedPlain = createLink(PlainAnchor)

/** A link without looks of its own, for rows and cards. */
export function BareLink({ search, ...props }: LinkProps) {
  return <RoutedPlain {...props} {...(search ? { search: search as never } : {})} />
}

type ButtonLinkProps = LinkProps & {
  readonly appearance?: ButtonProps['appearance']
  readonly icon?: ReactNode
  readonly size?: ButtonProps['size']
}

const ButtonAnchor = forwardRef<HTMLAnchorElement, Omit<ButtonLinkProps, 'to' | 'search'> & { href?: string }>(
  function ButtonAnchor({ icon, appearance, size, children, ...rest }, ref) {
    return (
      <Button
        as="a"
        {...rest}
        href={rest.href ?? ''}
        ref={ref as never}
        {...(icon ? { icon: <>{icon}</> } : {})}
        {...(appearance ? { appearance } : {})}
        {...(size ? { size } : {})}
      >
        {children}
      </Button>
    )
  },
)
const RoutedButton = createLink(ButtonAnchor)

/** A link that looks like a button: it goes somewhere, it does not do something. */
export function ButtonLink({ search, ...props }: ButtonLinkProps) {
  return <RoutedButton {...props} {...(search ? { search: search as never } : {})} />
}
