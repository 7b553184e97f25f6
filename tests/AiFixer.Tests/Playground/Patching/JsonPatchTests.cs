using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Patching;

namespace AiFixer.Tests.Playground.Patching;

public sealed class JsonPatchTests
{
    [Theory]
    [InlineData("""[{"op":"add","path":"/b","value":2}]""", """{"a":[1,2],"b":2}""")]
    [InlineData("""[{"op":"add","path":"/a/1","value":9}]""", """{"a":[1,9,2]}""")]
    [InlineData("""[{"op":"add","path":"/a/-","value":9}]""", """{"a":[1,2,9]}""")]
    [InlineData("""[{"op":"remove","path":"/a/0"}]""", """{"a":[2]}""")]
    [InlineData("""[{"op":"replace","path":"/a","value":{"x~y/z":1}},{"op":"replace","path":"/a/x~0y~1z","value":2}]""", """{"a":{"x~y/z":2}}""")]
    [InlineData("""[{"op":"copy","from":"/a","path":"/b"}]""", """{"a":[1,2],"b":[1,2]}""")]
    [InlineData("""[{"op":"move","from":"/a","path":"/b"}]""", """{"b":[1,2]}""")]
    [InlineData("""[{"op":"test","path":"/a/0","value":1}]""", """{"a":[1,2]}""")]
    public void Operations_do_what_the_standard_says(string patch, string expected)
    {
        Apply(patch, out var error, out var result);
        error.ShouldBeNull();
        result!.ToJsonString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("""[{"op":"test","path":"/a/0","value":2}]""", 422)]
    [InlineData("""[{"op":"replace","path":"/none","value":2}]""", 422)]
    [InlineData("""[{"op":"remove","path":"/a/7"}]""", 422)]
    [InlineData("""[{"op":"add","path":"/a/7","value":1}]""", 422)]
    [InlineData("""[{"op":"add","path":"a","value":1}]""", 400)]
    [InlineData("""[{"op":"shout","path":"/a"}]""", 400)]
    public void What_cannot_be_done_is_refused(string patch, int code)
    {
        Apply(patch, out var error, out _);
        error!.Code.ShouldBe(code);
    }

    private static void Apply(string patch, out StatusError? error, out JsonObject? result) =>
        JsonPatch.Apply(JsonNode.Parse("""{"a":[1,2]}""")!.AsObject(), JsonNode.Parse(patch)!.AsArray()).Failed(out error, out result);
}
