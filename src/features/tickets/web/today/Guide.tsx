import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { ButtonLink } from '#ui/pages/PageLink.tsx'

type GuideProps = { readonly title: string; readonly text: string; readonly to?: string; readonly go?: string }

export function Guide({ title, text, to, go }: GuideProps) {
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {text}
      </MessageBarBody>
      {to && go && (
        <MessageBarActions>
          <ButtonLink to={to} size="small">
            {go}
          </ButtonLink>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
