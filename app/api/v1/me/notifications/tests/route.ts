import { sendTestMail } from '#lib/deliveries/send-test-mail'
import { route } from '#lib/http/route'

export const POST = route({
  action: 'notification_settings.test',
  summary: 'Sends the caller a mail that warns of nothing. 502 where the mail server does not take it.',
  perMinute: 5,
  handler: ({ ctx }) => sendTestMail(ctx),
})
