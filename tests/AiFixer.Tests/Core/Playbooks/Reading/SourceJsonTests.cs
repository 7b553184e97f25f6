using AiFixer.Core.Playbooks.Reading;
using static AiFixer.Tests.Core.Playbooks.Reading.Source;

namespace AiFixer.Tests.Core.Playbooks.Reading;

public sealed class SourceJsonTests
{
    [Theory]
    [InlineData("", "null")]
    [InlineData("~", "null")]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("30", "30")]
    [InlineData("-7", "-7")]
    [InlineData("0.5", "0.5")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("99999999999999999999", "99999999999999999999")]
    [InlineData("word", "\"word\"")]
    [InlineData("1,5", "\"1,5\"")]
    public void Plain_text_is_what_it_looks_like(string text, string json) =>
        (SourceJson.Of(Plain(text))?.ToJsonString() ?? "null").ShouldBe(json);

    [Theory]
    [InlineData("30")]
    [InlineData("true")]
    [InlineData("")]
    public void Quoted_text_is_text(string text) => SourceJson.Of(Quoted(text))!.GetValue<string>().ShouldBe(text);

    [Fact]
    public void Names_are_in_their_order_and_lists_as_they_are() =>
        SourceJson.Of(Map(("b", List(Plain("2"), Plain("1"))), ("a", Map(("z", Plain("x")), ("y", Plain("1"))))))!
            .ToJsonString().ShouldBe("""{"a":{"y":1,"z":"x"},"b":[2,1]}""");
}
