using AiFixer.Plugins.Databases;
using FsCheck;
using FsCheck.Fluent;

namespace AiFixer.Tests.Plugins.Databases;

public sealed class SqlMaskTests
{
    private const string Secret = "hunter2";

    [Theory]
    [InlineData("SELECT * FROM t WHERE a = 'x' AND b = 42", "SELECT * FROM t WHERE a = ? AND b = ?")]
    [InlineData("SELECT 'it''s', E'a\\'b', 1.5e-3, .5, $1, col1 FROM \"my 1\"\"t\"", "SELECT ?, ?, ?, ?, $1, col1 FROM \"my 1\"\"t\"")]
    [InlineData("SELECT $$a 'b$$, $x$ 1 $$ $x$, U&'d\\0061', X'1F', B'01', N'n'", "SELECT ?, ?, ?, ?, ?, ?")]
    [InlineData("SELECT 1 -- the secret 'x\n, 2 /* a /* b */ c 3 */ FROM t", "SELECT ? , ? FROM t")]
    [InlineData("ALTER USER shop PASSWORD 'hunter2'", "ALTER USER shop PASSWORD ?")]
    [InlineData("UPDATE t SET a = 'cut off he", "UPDATE t SET a = ?…")]
    [InlineData("SELECT 'a\\' secret '", "SELECT ?…")]
    [InlineData("SELECT $$never ends", "SELECT ?…")]
    [InlineData("SELECT a-1, b - -2, t.x1", "SELECT a-?, b - -?, t.x1")]
    [InlineData("SELECT  \n\t a\r\n FROM t", "SELECT a FROM t")]
    [InlineData("", "")]
    public void Values_are_masked_and_the_shape_stays(string sql, string masked) => SqlMask.Of(sql).ShouldBe(masked);

    [Fact]
    public void A_long_statement_is_cut() => SqlMask.Of(new string('a', 10_000)).Length.ShouldBe(501);

    [Fact]
    public void No_text_is_shown_whatever_stands_around_it()
    {
        var pieces = new[] { " ", "a", "$1", "/* x */", "-- c\n", "\"q\"", "1", "E", "$", "(", "''", "$t$", "/*", "\\", "E'\\\\'", ";", "\n" };
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Elements(pieces).ListOf().ToArbitrary(),
            before => !SqlMask.Of($"{string.Concat(before)} '{Secret}' ").Contains(Secret, StringComparison.Ordinal)));
    }
}
