using AiFixer.Plugins.Shell;

namespace AiFixer.Tests.Plugins.Shell;

public sealed class CommandShapeTests
{
    [Theory]
    [InlineData("ping -c {number:1-10} [-W {number:1-5}] {host}", "-c 3 example.com", true)]
    [InlineData("ping -c {number:1-10} [-W {number:1-5}] {host}", "-c 3 -W 2 10.0.0.1", true)]
    [InlineData("ping -c {number:1-10} [-W {number:1-5}] {host}", "-c 11 example.com", false)]
    [InlineData("ping -c {number:1-10} [-W {number:1-5}] {host}", "-c 3 -f", false)]
    [InlineData("ping -c {number:1-10} [-W {number:1-5}] {host}", "-c 3 example.com -f", false)]
    [InlineData("ping -c {number:1-10} [-W {number:1-5}] {host}", "example.com", false)]
    [InlineData("ss [-t] [-l] [-n]", "-n -t", true)]
    [InlineData("ss [-t] [-l] [-n]", "", true)]
    [InlineData("ss [-t] [-l] [-n]", "-t -t", false)]
    [InlineData("log [-u {unit}] [--since={time}]", "--since=2026-03-01 -u ssh.service", true)]
    [InlineData("log [-u {unit}] [--since={time}]", "--since=-1h", false)]
    [InlineData("log [-u {unit}] [--since={time}]", "-u --file=/etc/shadow", false)]
    [InlineData("dig {host} [{one:A|MX}]", "example.com MX", true)]
    [InlineData("dig {host} [{one:A|MX}]", "@evil example.com", false)]
    [InlineData("dig {host} [{one:A|MX}]", "example.com AXFR", false)]
    [InlineData("kill {name}", "wеb", false)]
    [InlineData("kill {name}", "a;b", false)]
    [InlineData("kill {name}", "$(x)", false)]
    [InlineData("kill {name}", "-rf", false)]
    [InlineData("kill {name}", "../x", false)]
    public void A_command_fits_its_shape_or_does_not(string shape, string arguments, bool fits)
    {
        var matched = CommandShape.Parse(shape).Shape!.Match(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), new([]));

        (matched is not null).ShouldBe(fits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[-x]")]
    [InlineData("../x a")]
    [InlineData("x {anything}")]
    [InlineData("x {number}")]
    [InlineData("x {number:a-b}")]
    [InlineData("x [a [b]]")]
    [InlineData("x [a")]
    [InlineData("x a]")]
    [InlineData("x {one:-f|a}")]
    public void What_is_no_shape_is_said(string text) => CommandShape.Parse(text).Error.ShouldNotBeNullOrEmpty();

    [Fact]
    public void All_shapes_that_come_along_can_be_read() => ReadOnlyCommands.All.ShouldAllBe(s => s != null);
}
