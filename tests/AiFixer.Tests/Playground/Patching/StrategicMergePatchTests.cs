using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Patching;

namespace AiFixer.Tests.Playground.Patching;

public sealed class StrategicMergePatchTests
{
    private const string Pod = """
        {"containers":[
          {"name":"a","image":"a:1","env":[{"name":"X","value":"1"},{"name":"Y","value":"2"}],"ports":[{"containerPort":80}]},
          {"name":"b","image":"b:1"}],
         "tolerations":[{"key":"k"}],"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":1}}}
        """;

    [Fact]
    public void A_container_is_found_by_its_name() => Patch("""{"containers":[{"name":"b","image":"b:2"}]}""")["containers"]!.ToJsonString()
        .ShouldContain("\"image\":\"b:2\"");

    [Fact]
    public void Other_elements_of_a_keyed_list_stay() => Patch("""{"containers":[{"name":"b","image":"b:2"}]}""")["containers"]!.AsArray().Count.ShouldBe(2);

    [Fact]
    public void An_unknown_name_adds_an_element() => Patch("""{"containers":[{"name":"c"}]}""")["containers"]!.AsArray().Count.ShouldBe(3);

    [Fact]
    public void Lists_inside_keyed_lists_merge_too() =>
        Patch("""{"containers":[{"name":"a","env":[{"name":"Y","value":"3"}]}]}""")["containers"]![0]!["env"]!.ToJsonString()
            .ShouldBe("""[{"name":"X","value":"1"},{"name":"Y","value":"3"}]""");

    [Fact]
    public void An_element_can_be_deleted() =>
        Patch("""{"containers":[{"name":"a","$patch":"delete"}]}""")["containers"]!.AsArray().Single()!["name"]!.ToString().ShouldBe("b");

    [Fact]
    public void A_whole_list_can_be_replaced() =>
        Patch("""{"containers":[{"$patch":"replace"},{"name":"z"}]}""")["containers"]!.ToJsonString().ShouldBe("""[{"name":"z"}]""");

    [Fact]
    public void A_map_can_be_replaced() =>
        Patch("""{"strategy":{"$patch":"replace","type":"Recreate"}}""")["strategy"]!.ToJsonString().ShouldBe("""{"type":"Recreate"}""");

    [Fact]
    public void Retained_keys_drop_the_others() =>
        Patch("""{"strategy":{"$retainKeys":["type"],"type":"Recreate"}}""")["strategy"]!.ToJsonString().ShouldBe("""{"type":"Recreate"}""");

    [Fact]
    public void A_list_without_merge_key_is_replaced() =>
        Patch("""{"tolerations":[{"key":"other"}]}""")["tolerations"]!.ToJsonString().ShouldBe("""[{"key":"other"}]""");

    [Fact]
    public void Null_removes_a_field() => Patch("""{"tolerations":null}""").ContainsKey("tolerations").ShouldBeFalse();

    [Fact]
    public void The_order_of_elements_can_be_set() =>
        Patch("""{"$setElementOrder/containers":[{"name":"b"},{"name":"a"}]}""")["containers"]![0]!["name"]!.ToString().ShouldBe("b");

    [Fact]
    public void An_element_without_its_merge_key_is_refused()
    {
        StrategicMergePatch.Apply(Target(), JsonNode.Parse("""{"containers":[{"image":"x"}]}""")!.AsObject()).Failed(out var error, out _).ShouldBeTrue();
        error!.Code.ShouldBe(400);
    }

    [Fact]
    public void The_original_is_not_touched()
    {
        var target = Target();
        StrategicMergePatch.Apply(target, JsonNode.Parse("""{"containers":[{"name":"a","image":"a:9"}]}""")!.AsObject());
        JsonNode.DeepEquals(target, Target()).ShouldBeTrue();
    }

    [Fact]
    public void An_unknown_content_type_is_refused_with_415()
    {
        AiFixer.Playground.Patching.Patch.Apply("application/apply-patch+yaml", Target(), Encoding.UTF8.GetBytes("{}")).Failed(out var error, out _).ShouldBeTrue();
        error!.Code.ShouldBe(415);
    }

    private static JsonObject Target() => JsonNode.Parse(Pod)!.AsObject();

    private static JsonObject Patch(string patch)
    {
        StrategicMergePatch.Apply(Target(), JsonNode.Parse(patch)!.AsObject()).Failed(out StatusError? error, out var patched).ShouldBeFalse(error?.Message);
        return patched!;
    }
}
