/** Who there is: regions, departments, enterprises, people, machine accounts, industries and categories. */
package org.zhitongche.directory;
