/** The database: its embedded server, connections, migrations, blobs, clock and backup. */
package org.zhitongche.db;
