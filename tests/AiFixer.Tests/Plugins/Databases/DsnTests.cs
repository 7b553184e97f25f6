using AiFixer.Plugins.Databases;

namespace AiFixer.Tests.Plugins.Databases;

public sealed class DsnTests
{
    [Theory]
    [InlineData("postgresql://mon:p%40ss@db.example:6432/shop?sslmode=verify-full&connect_timeout=3")]
    [InlineData("postgres://mon:p%40ss@db.example:6432/shop?sslmode=verify-full")]
    [InlineData("host=db.example port=6432 dbname=shop user=mon password='p@ss' sslmode=verify-full")]
    [InlineData("Host=db.example;Port=6432;Database=shop;Username=mon;Password=p@ss;SSL Mode=VerifyFull")]
    public void The_three_forms_say_the_same(string text)
    {
        var dsn = Dsn.Parse(text).Value!;

        (dsn.Host, dsn.Port, dsn.Database, dsn.Username, dsn.Password, dsn.SslMode.ToString())
            .ShouldBe(("db.example", 6432, "shop", "mon", "p@ss", "VerifyFull"));
    }

    [Theory]
    [InlineData("postgresql://mon:hunter2@db.example/", "names no database")]
    [InlineData("mysql://mon:hunter2@db.example/shop", "must be an address such as postgresql://user@host:5432/database")]
    [InlineData("host=db password=hunter2 dbname='shop", "cannot be read; write postgresql://user@host:5432/database")]
    [InlineData("host=db options=-csearch_path=x dbname=shop password=hunter2", "the parameter 'options' is not supported")]
    [InlineData("Host=db;Database=shop;Password=hunter2;Nonsense=1", "cannot be read; write postgresql://user@host:5432/database")]
    [InlineData("dbname=shop", "names no host")]
    public void What_is_wrong_is_said_without_showing_it(string text, string error)
    {
        Dsn.Parse(text).Error.ShouldBe(error);
    }
}
