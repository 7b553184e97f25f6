using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Classes;
using AiFixer.Core.Exceptions;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Matching;
using AiFixer.Hosting.Playbooks;

namespace AiFixer.Tests.Hosting.Playbooks;

public sealed class ShippedPlaybookTests
{
    private static readonly PlaybookFiles Files = new(PlaybookFiles.Default);

    [Fact]
    public void All_seven_and_the_rules_of_classes_are_valid()
    {
        var problems = new List<PlaybookProblem>();

        Files.Playbooks().Select(file => PlaybookText.Read(file.Id, file.Text, problems)).ToList().Count.ShouldBe(7);
        PlaybookText.ReadClasses(Files.Classes()!, problems).ShouldNotBeNull();
        problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("run_auto_import_task", "could not translate host name \"momo-db\" to address: Temporary failure in name resolution", "P2", "docker-dns")]
    [InlineData("run_auto_import_task", "could not connect to server: Connection refused", "P2", "database-refused")]
    [InlineData("web", "[CRITICAL] Worker was sent SIGKILL! Perhaps out of memory?", "P1", "app-oom")]
    [InlineData("run_weekly_strategy_task", "Worker was sent SIGKILL", "P1", "scheduler-oom")]
    [InlineData("web", "psycopg2.OperationalError: SSL connection has been closed unexpectedly", "P2", "postgres-ssl")]
    [InlineData("run_backup", "google.auth.exceptions.RefreshError: ('invalid_grant: Token has been expired or revoked.')", "P2", "google-drive-auth")]
    [InlineData("run_crawler", "HTTPError: 429 Too Many Requests (Retry-After: 60)", "P3", "crawler-rate-limit")]
    [InlineData("web", "MemoryError", "P2", null)]
    [InlineData("run_crawler", "ValueError: no price found", "P1", null)]
    public void Each_trouble_of_its_jobs_finds_its_playbook(string task, string message, string severity, string? expected)
    {
        var set = Set();

        var alert = new ExceptionMapper(new()).Map(new(task, null, message, "", severity, null), set.Rules, null, DateTimeOffset.UnixEpoch).Alert;

        set.Match(MatchQuestion.Of(alert, alert.Class, alert.Severity)).Playbook?.Id.ShouldBe(expected);
        if (expected is null)
            set.Match(MatchQuestion.Of(alert, alert.Class, alert.Severity)).Playbook.ShouldBeNull();
    }

    [Fact]
    public void An_alert_of_a_cluster_finds_none_of_them_whatever_its_words()
    {
        var alert = new Alert
        {
            Source = "alertmanager",
            Name = "OOMKilled",
            Severity = Severity.P0,
            Fingerprint = "f",
            Summary = "out of memory: connection refused",
            StartsAt = DateTimeOffset.UnixEpoch,
        };

        Set().Match(MatchQuestion.Of(alert, Set().Rules.Of(alert), alert.Severity)).Playbook.ShouldBeNull();
    }

    [Theory]
    [InlineData("x509: certificate has expired", ErrorClass.SslFail)]
    [InlineData("SSL SYSCALL error: Connection reset by peer", ErrorClass.SslFail)]
    [InlineData("context deadline exceeded", ErrorClass.Timeout)]
    [InlineData("403 Forbidden", ErrorClass.AuthFail)]
    [InlineData("all is well", ErrorClass.Unknown)]
    public void The_first_rule_that_fits_decides_the_class(string text, ErrorClass expected) => Set().Rules.Of(text).ShouldBe(expected);

    private static PlaybookSet Set() => new(
        PlaybookText.ReadClasses(Files.Classes()!, []) ?? ErrorClassRules.None,
        [.. Files.Playbooks().Select(file => PlaybookText.Read(file.Id, file.Text, [])!)]);
}
