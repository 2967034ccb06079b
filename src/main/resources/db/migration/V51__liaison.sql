-- 挂钩联系人: the official who looks after a firm and is told at once when its matter is urgent.
alter table enterprise add column liaison text;         -- by office, such as 企业服务科科长
alter table enterprise add column liaison_email text;
alter table enterprise add constraint enterprise_liaison check ((liaison is null) = (liaison_email is null));
