/** Raw mails to plain facts and back: no Camel, no database. Odd mail is read and flagged; only what can't be read at all is refused. */
package org.zhitongche.mailtext;
