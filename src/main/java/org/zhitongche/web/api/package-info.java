/** The API for machines: the same documents as the queues carry, errors as problem documents with the rule's name. */
package org.zhitongche.web.api;
