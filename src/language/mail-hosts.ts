/** Domains where everybody can have a mail address, so that the domain speaks for no outlet. */
export const freeMail: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com aol.com icloud.com me.com mac.com proton.me protonmail.com ' +
    'gmx.de gmx.net gmx.com web.de t-online.de freenet.de mail.ru yandex.ru yandex.com ukr.net i.ua seznam.cz wp.pl o2.pl orange.fr free.fr laposte.net ' +
    'libero.it qq.com 163.com 126.com naver.com rediffmail.com zoho.com fastmail.com tutanota.com posteo.de mailbox.org hey.com comcast.net verizon.net'
  ).split(' '),
)
