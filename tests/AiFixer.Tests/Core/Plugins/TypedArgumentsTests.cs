using AiFixer.Core.Plugins;

namespace AiFixer.Tests.Core.Plugins;

public sealed class TypedArgumentsTests
{
    private const string Schema = """{"type":"object","properties":{"name":{"type":"string"},"count":{"type":"integer"},"words":{"type":"array"}}}""";

    [Theory]
    [InlineData("name=7", """{"name":"7"}""")]
    [InlineData("name=a=b", """{"name":"a=b"}""")]
    [InlineData("count=7", """{"count":7}""")]
    [InlineData("count=many", """{"count":"many"}""")]
    [InlineData("words=[\"df\",\"-h\"]", """{"words":["df","-h"]}""")]
    [InlineData("other=true", """{"other":true}""")]
    public void A_value_gets_the_type_that_the_plugin_wants(string word, string json) =>
        TypedArguments.Read([word], Schema).Json.ShouldBe(json);

    [Theory]
    [InlineData("name")]
    [InlineData("=7")]
    public void What_is_no_pair_is_said(string word) => TypedArguments.Read([word], Schema).Error.ShouldBe($"'{word}' is not name=value");

    [Fact]
    public void Written_they_read_as_before()
    {
        const string arguments = """{"name":"web","count":7,"other":true}""";

        var written = TypedArguments.Write(arguments).ShouldNotBeNull();

        written.ShouldBe("name=web count=7 other=true");
        TypedArguments.Read(written.Split(' '), Schema).Json.ShouldBe(arguments);
    }

    [Theory]
    [InlineData("""{"name":"two words"}""")]
    [InlineData("""{"name":"it's"}""")]
    [InlineData("""{"words":["df"]}""")]
    [InlineData("[]")]
    public void What_is_no_single_word_is_not_written(string arguments) => TypedArguments.Write(arguments).ShouldBeNull();
}
