using AiFixer.Core.Schemas;

namespace AiFixer.Tests.Core.Schemas;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b": 1, "a": [ true, null ] }""", """{"a":[true,null],"b":1}""")]
    [InlineData("""{"a":1.0,"b":1e2,"c":-0.0,"d":0.50}""", """{"a":1,"b":100,"c":0,"d":0.5}""")]
    [InlineData("""{"a":"\u0041\u00e9<"}""", """{"a":"Aé<"}""")]
    [InlineData("""{"a":123456789012345678901234567890123}""", """{"a":123456789012345678901234567890123}""")]
    public void Equal_values_have_one_spelling(string json, string expected)
    {
        CanonicalJson.TryCreate(json, out var canonical, out _).ShouldBeTrue();

        canonical.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":"\ud800"}""")]
    public void What_has_no_one_meaning_is_refused(string json)
    {
        CanonicalJson.TryCreate(json, out _, out var error).ShouldBeFalse();

        error.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Control_characters_stay_escaped()
    {
        CanonicalJson.TryCreate("""{"a":"\u0000\n"}""", out var canonical, out _).ShouldBeTrue();

        canonical.ShouldBe("""{"a":"\u0000\n"}""");
    }
}
