/** The JSON documents that machines exchange with us, the same by queue and by HTTP: read strictly, each fault named. */
package org.zhitongche.documents;
