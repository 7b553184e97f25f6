using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Policy;

/// <summary>The text by which arguments are compared is kept with what was remembered: a release that writes another forgets it.</summary>
public sealed class RememberedArgumentsTests
{
    [Theory]
    [InlineData("""{"b":1,"a":{"d":[{"z":1,"y":null}],"c":true}}""", """{"a":{"c":true,"d":[{"y":null,"z":1}]},"b":1}""")]
    [InlineData("""{"b":[2,1],"a":null}""", """{"a":null,"b":[2,1]}""")]
    [InlineData("{}", "{}")]
    public void Names_are_in_their_order_at_every_depth_and_lists_as_they_are(string arguments, string text) =>
        Of(arguments, anyName: false).ShouldBe(text);

    [Theory]
    [InlineData("""{"name":"web"}""", """{"name":{"*":"*"}}""")]
    [InlineData("""{"name":"api"}""", """{"name":"api"}""")]
    [InlineData("""{"name":7}""", """{"name":7}""")]
    [InlineData("""{"name":["web"]}""", """{"name":["web"]}""")]
    public void Where_any_name_will_do_the_targets_own_is_left_open(string arguments, string text) => Of(arguments, anyName: true).ShouldBe(text);

    [Fact]
    public void A_name_is_left_open_only_where_any_will_do() => Of("""{"name":"web"}""", anyName: false).ShouldBe("""{"name":"web"}""");

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"a":1,"a":2}""")]
    public void What_is_no_object_is_like_nothing(string arguments) => Of(arguments, anyName: false).ShouldBeNull();

    private static string? Of(string arguments, bool anyName) => RememberedArguments.Of(new PluginRequest("p", arguments), Given.Target(), anyName);
}
