using System.Text.Json.Nodes;
using AiFixer.Playground.Selectors;

namespace AiFixer.Tests.Playground.Selectors;

public sealed class LabelSelectorTests
{
    private static readonly JsonObject Labels = new() { ["app"] = "web", ["tier"] = "front", ["example.org/zone"] = "a" };

    [Theory]
    [InlineData("", true)]
    [InlineData("app=web", true)]
    [InlineData("app==web,tier=front", true)]
    [InlineData("app=web,tier=back", false)]
    [InlineData("app!=web", false)]
    [InlineData("none!=web", true)]
    [InlineData("app in (web, api)", true)]
    [InlineData("app notin (web,api)", false)]
    [InlineData("none notin (x)", true)]
    [InlineData("tier,app in (web,api)", true)]
    [InlineData("!none", true)]
    [InlineData("!app", false)]
    [InlineData("example.org/zone=a", true)]
    public void Selects(string selector, bool matches)
    {
        LabelSelector.Parse(selector).Failed(out _, out var parsed).ShouldBeFalse();
        parsed!.Matches(Labels).ShouldBe(matches);
    }

    [Theory]
    [InlineData("app in web")]
    [InlineData("=x")]
    [InlineData("a=b=c")]
    [InlineData("a,,b")]
    public void Nonsense_is_refused(string selector)
    {
        LabelSelector.Parse(selector).Failed(out var error, out _).ShouldBeTrue();
        error!.Code.ShouldBe(400);
    }
}
