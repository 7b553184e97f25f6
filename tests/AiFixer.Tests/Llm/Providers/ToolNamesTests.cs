using AiFixer.Llm.Providers;
using FsCheck;
using FsCheck.Fluent;

namespace AiFixer.Tests.Llm.Providers;

public sealed class ToolNamesTests
{
    private static readonly ToolNameRule Rule = new(64, "-");

    [Fact]
    public void A_dot_becomes_what_every_provider_takes_and_comes_back()
    {
        var names = new ToolNames(Rule, ["k8s.list_pods", "custom.我的工具"]);

        names.Legal("k8s.list_pods").ShouldBe("k8s_list_pods");
        names.Own("k8s_list_pods").ShouldBe("k8s.list_pods");
        names.Own(names.Legal("custom.我的工具")).ShouldBe("custom.我的工具");
    }

    [Fact]
    public void Two_names_that_would_be_one_stay_two()
    {
        var names = new ToolNames(Rule, ["a.b", "a_b"]);

        names.Legal("a.b").ShouldNotBe(names.Legal("a_b"));
    }

    [Fact]
    public void What_was_never_offered_comes_back_as_it_was_called() => new ToolNames(Rule, ["a.b"]).Own("approve").ShouldBe("approve");

    [Fact]
    public void Every_name_becomes_legal_and_comes_back() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(ArbMap.Default.ArbFor<string[]>(), given =>
        {
            var all = given.OfType<string>().Where(name => name.Length > 0).Select(name => name + string.Concat(Enumerable.Repeat("x", name.Length * 9))).Distinct().ToList();
            var names = new ToolNames(Rule, all);
            return all.TrueForAll(name => names.Legal(name) is { Length: > 0 and <= 64 } legal && legal.All(Rule.Takes) && names.Own(legal) == name);
        }));
}
