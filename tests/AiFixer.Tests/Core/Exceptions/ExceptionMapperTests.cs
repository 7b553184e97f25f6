using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Classes;
using AiFixer.Core.Exceptions;
using AiFixer.Core.Playbooks.Matching;

namespace AiFixer.Tests.Core.Exceptions;

public sealed class ExceptionMapperTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 10, 0, 0, TimeSpan.Zero);
    private static readonly ErrorClassRules Rules = new([new(ErrorClass.DnsFail, [Pattern.Of("name resolution")])]);
    private static readonly ReportedException Dns = new("import", "OperationalError", "name resolution failed", "Traceback", "P1", null);

    [Fact]
    public void The_same_job_and_type_are_the_same_trouble_whatever_else_is_said()
    {
        var later = Dns with { Message = "name resolution failed after 31 s at 10:02:17 (pid 4711)", Traceback = "line 99", Severity = "P2" };

        Map(later, Now.AddDays(3)).Alert.Fingerprint.ShouldBe(Map(Dns).Alert.Fingerprint);
    }

    [Theory]
    [InlineData("export", "OperationalError", "name resolution")]
    [InlineData("import", "GaiError", "name resolution")]
    [InlineData("import", "DNS_FAIL", "name resolution")]
    public void Another_job_or_type_is_other_trouble(string task, string type, string message) =>
        Map(Dns with { Task = task, ErrorType = type, Message = message }).Alert.Fingerprint.ShouldNotBe(Map(Dns).Alert.Fingerprint);

    [Fact]
    public void A_type_that_is_a_class_decides_the_class() =>
        Map(Dns with { ErrorType = "oom" }).Alert.Class.ShouldBe(ErrorClass.Oom);

    [Fact]
    public void Of_a_long_traceback_the_end_is_kept()
    {
        var description = Map(Dns with { Traceback = new string('a', 50_000) + "the end" }).Alert.Description;

        description.ShouldEndWith("the end");
        description.Length.ShouldBeLessThan(AlertLimits.Description + 100);
    }

    [Fact]
    public void The_same_report_with_the_same_key_is_the_same_delivery_and_without_one_it_is_not()
    {
        var mapper = new ExceptionMapper(new());

        mapper.Map(Dns, Rules, "k", Now).InboxKey.ShouldBe(mapper.Map(Dns, Rules, "k", Now.AddHours(1)).InboxKey);
        mapper.Map(Dns, Rules, null, Now).InboxKey.ShouldNotBe(mapper.Map(Dns, Rules, null, Now.AddHours(1)).InboxKey);
    }

    [Fact]
    public void Other_rules_of_classes_make_no_other_trouble_of_what_has_a_type() =>
        Map(Dns, rules: ErrorClassRules.None).Alert.Fingerprint.ShouldBe(Map(Dns).Alert.Fingerprint);

    [Fact]
    public void What_has_no_type_is_told_by_its_class()
    {
        var nameless = Dns with { ErrorType = null };

        Map(nameless with { Message = "no name resolution at 10:02" }).Alert.Fingerprint.ShouldBe(Map(nameless).Alert.Fingerprint);
        Map(nameless with { Message = "something else" }).Alert.Fingerprint.ShouldNotBe(Map(nameless).Alert.Fingerprint);
        Map(nameless with { ErrorType = "dns_fail" }).Alert.Fingerprint.ShouldBe(Map(nameless).Alert.Fingerprint);
    }

    [Fact]
    public void A_key_is_the_jobs_whatever_else_is_said_and_however_the_rules_of_classes_change()
    {
        var first = Map(Dns, key: "run-7").InboxKey;

        Map(Dns with { ErrorType = "Other", Message = "something else" }, Now.AddHours(1), ErrorClassRules.None, "run-7").InboxKey.ShouldBe(first);
        Map(Dns with { Task = "export" }, key: "run-7").InboxKey.ShouldNotBe(first);
        Map(Dns, key: "run-8").InboxKey.ShouldNotBe(first);
    }

    [Fact]
    public void It_says_what_it_is()
    {
        var alert = Map(Dns).Alert;

        (alert.Source, alert.Name, alert.Severity, alert.Class, alert.NeverClears).ShouldBe(("exception", "import: OperationalError", Severity.P1, ErrorClass.DnsFail, true));
        alert.Labels["task"].ShouldBe("import");
    }

    [Fact]
    public void What_has_a_key_of_its_sender_is_named_and_what_has_none_is_not() => (Map(Dns, key: "k").Named, Map(Dns).Named).ShouldBe((true, false));

    private static IncomingAlert Map(ReportedException exception, DateTimeOffset? at = null, ErrorClassRules? rules = null, string? key = null) =>
        new ExceptionMapper(new()).Map(exception, rules ?? Rules, key, at ?? Now);
}
