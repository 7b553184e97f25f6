using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Hosting;

public sealed class PluginRegistryTests
{
    [Fact]
    public void A_short_name_works_while_only_one_plugin_has_it()
    {
        using var test = new HostUnderTest(Named("a.read"), Named("b.read"), Named("b.write_all"));

        test.Host.Find("write_all")!.Name.ShouldBe("b.write_all");
        test.Host.Find("read").ShouldBeNull();
        test.Host.Find("a.read")!.Name.ShouldBe("a.read");
    }

    [Fact]
    public void Plugins_that_cannot_be_used_are_all_named_at_once()
    {
        var error = Should.Throw<InvalidOperationException>(() => new HostUnderTest(
            Named("a.read"), Named("a.read"), Named("Bad Name"), WithSchema("a.odd", """{"type":"object","if":{}}""")));

        error.Message.ShouldContain("a.read: the name is taken");
        error.Message.ShouldContain("Bad Name: a name is like k8s.list_pods");
        error.Message.ShouldContain("a.odd: schema: $.if: this keyword is not supported");
    }

    private static FakePlugin Named(string name) => new((_, _) => Task.FromResult(PluginResult.Ok("{}", "")), name);

    private static FakePlugin WithSchema(string name, string schema)
    {
        var plugin = Named(name);
        return new((_, _) => Task.FromResult(PluginResult.Ok("{}", ""))) { Manifest = plugin.Manifest with { ParametersSchema = schema } };
    }
}
