-- How many mails of one address were taken in lately.
create index arrival_mail_sender on arrival (sender, received_at) where door = 'MAIL';
