/** Who is told of which event and how: the table of notices, the outbox that carries them, alarms, messages on the site. */
package org.zhitongche.notice;
