using System.Text.Json;
using AiFixer.Plugins.Kubernetes;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class LineDiffTests
{
    [Fact]
    public void Only_what_changed_is_shown_with_a_few_lines_around()
    {
        string[] before = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"];
        string[] after = ["a", "B", "c", "d", "e", "f", "g", "h", "i", "j", "k", "m"];

        LineDiff.Of("x", before, after).ShouldBe("--- x (now)\n+++ x (after)\n a\n-b\n+B\n c\n d\n e\n@@\n i\n j\n k\n-l\n m\n");
    }

    [Fact]
    public void Applying_the_marks_gives_both_sides()
    {
        string[] before = ["1", "2", "3", "4", "5"];
        string[] after = ["0", "2", "4", "4", "6"];

        var lines = LineDiff.Of("x", before, after).Split('\n')[2..^1];

        lines.Where(l => l[0] != '+').Select(l => l[1..]).ShouldBe(before);
        lines.Where(l => l[0] != '-').Select(l => l[1..]).ShouldBe(after);
    }

    [Fact]
    public void What_cannot_be_seen_is_spelled_out() =>
        LineDiff.Of("x", [], ["a\u202eb"]).ShouldEndWith("+a\\u202eb\n");

    [Theory]
    [InlineData("""{"b":[{"n":"x","v":1},"y"],"a":{}}""", "a: {}|b:|  - n: x|    v: 1|  - y")]
    [InlineData("""{"a":"true","b":"x: y","c":"l\nm","d":null}""", "a: \"true\"|b: \"x: y\"|c: \"l\\nm\"|d: null")]
    [InlineData("""[[1,2],[]]""", "- - 1|  - 2|- []")]
    public void Objects_read_like_kubectl_prints_them(string json, string lines) =>
        YamlLines.Of(JsonSerializer.Deserialize<JsonElement>(json)).ShouldBe(lines.Split('|'));
}
