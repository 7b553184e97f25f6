using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Analysis.Clusters;

/// <summary>Why a program ended, by its last words.</summary>
public sealed class CrashReasonTests
{
    [Theory]
    [InlineData("required setting PAYMENT_TIMEOUT_MS is missing")]
    [InlineData("config error: upstream.connect_deadline is not set")]
    [InlineData("invalid value for \"UPSTREAM\": expected a host")]
    public void What_a_missing_setting_is_called_is_not_what_happened(string line)
    {
        var reason = Of(line);

        reason.Category.ShouldBe(Categories.ConfigurationError);
        reason.Says.ShouldStartWith("Its configuration is wrong or incomplete");
    }

    [Theory]
    [InlineData("dial tcp 10.0.3.7:5432: connect: connection refused")]
    [InlineData("error: could not connect to payments-db: timed out after 5s")]
    [InlineData("config service at settings.internal unavailable, giving up")]
    public void What_did_not_answer_is_what_it_depends_on(string line)
    {
        var reason = Of(line);

        reason.Category.ShouldBe(Categories.DependencyFailure);
        reason.Says.ShouldStartWith("It cannot reach what it depends on");
    }

    [Fact]
    public void A_program_that_fails_by_itself_says_so() =>
        Of("panic: runtime error: index out of range [3] with length 3").Category.ShouldBe(Categories.CodeDefect);

    [Fact]
    public void Without_words_nothing_is_claimed() => Of().Says.ShouldBe("It leaves no log.");

    private static CrashReason Of(params string[] lines) => CrashReason.Of(new ClusterFacts("shop", "pay", null, Given.Start, Given.Start)
    {
        Logs = [.. lines.Select(line => new AiFixer.Core.Analysis.Facts.LineFact(Given.Start, "pay", "error", line, "E1"))],
    });
}
