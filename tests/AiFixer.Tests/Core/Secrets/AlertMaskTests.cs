using System.Text;
using AiFixer.Core.Alerts;
using AiFixer.Core.Journal;
using AiFixer.Core.Secrets;

namespace AiFixer.Tests.Core.Secrets;

public sealed class AlertMaskTests
{
    private const string Secret = "hunter2hunter2";

    private static readonly Alert Plain = new()
    {
        Source = "api",
        Name = "CrashLoop",
        Severity = AiFixer.Core.Severity.P1,
        Fingerprint = "f",
        Summary = "it crashes",
        StartsAt = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void An_alert_without_secrets_is_the_same()
    {
        var incoming = new IncomingAlert(Plain, true, "k");

        AlertMask.Of(incoming).ShouldBeSameAs(incoming);
    }

    [Fact]
    public void Whatever_of_it_holds_one_is_masked()
    {
        var raw = Blob.Of("application/json", Encoding.UTF8.GetBytes($$"""{"password":"{{Secret}}"}"""));
        var alert = Plain with
        {
            Name = $"token={Secret}",
            Summary = $"token={Secret}",
            Description = $"token={Secret}",
            Link = $"https://u:{Secret}@example.org",
            Labels = Plain.Labels.Add("db_password", Secret).Add("x", $"pwd={Secret}").Add("namespace", "shop"),
            Annotations = Plain.Annotations.Add("runbook", $"https://example.org?token={Secret}"),
            RawPayload = raw.Hash,
        };

        var masked = AlertMask.Of(new(alert, true, "k", Raw: raw));

        masked.Alert.ToString().ShouldNotContain(Secret);
        masked.Alert.Labels.Values.Concat(masked.Alert.Annotations.Values).ShouldAllBe(value => !value.Contains(Secret, StringComparison.Ordinal));
        masked.Alert.Labels["namespace"].ShouldBe("shop");
        Encoding.UTF8.GetString(masked.Raw!.Bytes.Span).ShouldBe("""{"password":"***"}""");
        masked.Alert.RawPayload.ShouldBe(masked.Raw.Hash);
        masked.Alert.Fingerprint.ShouldBe(alert.Fingerprint);
    }
}
