using System.Text;
using System.Text.Json;
using AiFixer.Plugins.Kubernetes.Lists;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class JsonSkipTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(56)]
    [InlineData(57)]
    [InlineData(58)]
    [InlineData(121)]
    public void What_ends_behind_a_backslash_ends_in_the_middle(int length)
    {
        var json = Encoding.UTF8.GetBytes("{\"a\":\"" + new string('x', length) + "\\");

        Should.Throw<JsonException>(() => JsonSkip.Past(json, 0));
    }

    [Theory]
    [InlineData(56)]
    [InlineData(57)]
    [InlineData(58)]
    public void What_is_behind_a_backslash_belongs_to_it(int length)
    {
        var json = Encoding.UTF8.GetBytes("{\"a\":\"" + new string('x', length) + "\\\"}\"}, 1");

        JsonSkip.Past(json, 0).ShouldBe(json.Length - 3);
    }

    [Theory]
    [InlineData("{\"type\":\"Ready\",\"status\":\"True\"},{}]", 31)]
    [InlineData("{\"type\":\"Ready\",\"status\":\"True\",\"more\":{\"of\":[1,\"}\"]}},{}]", 31)]
    public void What_was_read_in_part_ends_where_it_would_have_when_passed_over_whole(string json, int readTo)
    {
        var bytes = Encoding.UTF8.GetBytes(json);

        JsonSkip.Past(bytes, readTo, depth: 1).ShouldBe(JsonSkip.Past(bytes, 0));
    }
}
