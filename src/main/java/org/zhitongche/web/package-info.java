/** The pages and the API: three surfaces (for firms, for departments, for the centre) on one server. */
package org.zhitongche.web;
