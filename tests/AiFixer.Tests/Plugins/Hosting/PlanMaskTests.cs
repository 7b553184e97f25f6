using AiFixer.Plugins;
using AiFixer.Plugins.Hosting;

namespace AiFixer.Tests.Plugins.Hosting;

public sealed class PlanMaskTests
{
    [Fact]
    public void Variables_that_look_like_secrets_are_hidden_where_people_read_and_sent_as_they_are()
    {
        const string patch = """PATCH /x {"env":[{"name":"DB_PASSWORD","value":"hunter\"2"},{"name":"SIZE","value":"7"}]}""";
        const string diff = " - name: DB_PASSWORD\n-  value: hunter1\n+  value: hunter2\n - name: SIZE\n   value: 7";

        var plan = PlanMask.Of(new(new("c", "deployment", "shop", "api"), patch, patch, diff, "", ""));

        plan.Call.ShouldBe("""PATCH /x {"env":[{"name":"DB_PASSWORD","value":"(hidden)"},{"name":"SIZE","value":"7"}]}""");
        plan.Payload.ShouldBe(patch);
        plan.Diff.ShouldNotContain("hunter");
        plan.Diff.ShouldContain("value: 7");
    }
}
