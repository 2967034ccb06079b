/** What departments, the centre and firms do with an appeal once it is stored; all of it comes through {@code direct:act}. */
package org.zhitongche.handling;
