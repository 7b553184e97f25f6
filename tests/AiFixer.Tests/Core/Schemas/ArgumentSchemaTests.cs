using AiFixer.Core.Schemas;

namespace AiFixer.Tests.Core.Schemas;

public sealed class ArgumentSchemaTests
{
    private static readonly ArgumentSchema Schema = ArgumentSchema.Parse("""
        {"type":"object","additionalProperties":false,"required":["name"],"properties":{
          "name":{"type":"string","minLength":2,"maxLength":5,"pattern":"^[a-z]+$"},
          "count":{"type":"integer","minimum":0,"maximum":100,"default":3},
          "ratio":{"type":"number","minimum":0.5},
          "kind":{"enum":["a",1]},
          "fixed":{"const":true},
          "either":{"type":["string","null"]},
          "list":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"object","required":["x"],"properties":{"x":{"type":"integer"},"y":{"default":7}}}}}}
        """);

    [Fact]
    public void Defaults_are_filled_in_at_every_depth() =>
        Schema.Bind("""{"name":"abc","list":[{"x":1}]}""").Canonical.ShouldBe("""{"count":3,"list":[{"x":1,"y":7}],"name":"abc"}""");

    [Theory]
    [InlineData("""{"name":"abc","ratio":0.5,"kind":1.0,"fixed":true,"either":null,"count":100.0}""")]
    [InlineData("""{"name":"abc","kind":"a","either":"x"}""")]
    public void What_fits_passes(string arguments) => Schema.Bind(arguments).Errors.ShouldBeEmpty();

    [Theory]
    [InlineData("""{}""", "$.name: is required")]
    [InlineData("""[]""", "$: must be an object")]
    [InlineData("""{"name":5}""", "$.name: must be a string")]
    [InlineData("""{"name":"a"}""", "$.name: must have at least 2 characters")]
    [InlineData("""{"name":"abcdef"}""", "$.name: must have at most 5 characters")]
    [InlineData("""{"name":"abc\n"}""", "$.name: must match ^[a-z]+$")]
    [InlineData("""{"name":"abc","count":1.5}""", "$.count: must be an integer")]
    [InlineData("""{"name":"abc","count":-1}""", "$.count: must be at least 0")]
    [InlineData("""{"name":"abc","count":101}""", "$.count: must be at most 100")]
    [InlineData("""{"name":"abc","count":1e400}""", "$.count: must be an integer")]
    [InlineData("""{"name":"abc","ratio":1e400}""", "$.ratio: is too large or too precise")]
    [InlineData("""{"name":"abc","kind":"b"}""", "$.kind: must be one of \"a\", 1")]
    [InlineData("""{"name":"abc","fixed":false}""", "$.fixed: must be true")]
    [InlineData("""{"name":"abc","list":[]}""", "$.list: must have at least 1 items")]
    [InlineData("""{"name":"abc","list":[{"x":1},{}]}""", "$.list[1].x: is required")]
    public void What_does_not_fit_is_named_by_its_path(string arguments, string error) =>
        Schema.Bind(arguments).Errors.Select(e => e.ToString()).ShouldContain(error);

    [Fact]
    public void All_errors_are_told_at_once() =>
        Schema.Bind("""{"count":-1,"kind":"z","more":1}""").Errors.Select(e => e.Path).ShouldBe(["$.name", "$.count", "$.kind", "$.more"], ignoreOrder: true);

    [Fact]
    public void A_strange_name_stays_one_printable_piece() =>
        Schema.Bind("""{"name":"abc","a\n\u202eb":1}""").Errors.Single().Path.ShouldBe("$['a \uFFFDb']");

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"oneOf":[]}}}""", "$.properties.a.oneOf")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"text"}}}""", "$.properties.a.type")]
    [InlineData("""{"type":"object","properties":{"a":{"pattern":"(?=x)"}}}""", "$.properties.a.pattern")]
    [InlineData("""{"type":"object","required":"a"}""", "$.required")]
    [InlineData("""{"type":"string"}""", "$.type")]
    public void A_schema_outside_the_subset_is_refused_and_not_ignored(string schema, string path) =>
        Should.Throw<FormatException>(() => ArgumentSchema.Parse(schema)).Message.ShouldContain(path);

    [Fact]
    public void Arguments_that_are_far_too_long_are_refused() =>
        Schema.Bind($$"""{"name":"{{new string('a', 70_000)}}"}""").Errors.Single().Message.ShouldContain("longer than");
}
