using AiFixer.Core.Analysis.Logs;

namespace AiFixer.Tests.Core.Analysis;

public sealed class LogMaskTests
{
    [Theory]
    [InlineData("handled request http.route=/api/catalog trace_id=bc12e1b9476290832783f61ad4b16528", "handled request http.route=/api/catalog trace_id=<id>")]
    [InlineData("GET /orders/4711/items took 35ms", "GET /orders/<n>/items took <n>")]
    [InlineData("dial tcp 10.1.2.3:5432: i/o timeout", "dial tcp <ip>:<n>: i/o timeout")]
    [InlineData("2026-03-01T10:00:00.123Z WARN retry 3 of 5 after 1.5s", "<n> WARN retry <n> of <n> after <n>")]
    [InlineData("pod web-7f9c6d5b8-x2x4p is ready", "pod web-<id> is ready")]
    [InlineData("pod web-7f9c6d5b8-bcdfg is ready", "pod web-<id> is ready")]
    [InlineData("user 0fa3c2de-1111-4222-8333-abcdefabcdef not found", "user <id> not found")]
    [InlineData("user \"alice\" not found", "user <text> not found")]
    [InlineData("level=error msg=\"payment failed after 3 tries\"", "level=error msg=\"payment failed after <n> tries\"")]
    [InlineData("{\"level\":\"error\",\"msg\":\"no route\",\"user\":\"bob\"}", "{\"level\":\"error\",\"msg\":\"no route\",\"user\":<text>}")]
    [InlineData("it can't open the file and doesn't try again", "it can't open the file and doesn't try again")]
    [InlineData("at 0x7ffe12 in worker-12", "at <id> in worker-<n>")]
    [InlineData("heap 512Mi of 1.5Gi, 85% used, delta -3.2", "heap <n> of <n>, <n> used, delta <n>")]
    [InlineData("连接超时3000毫秒，重试第2次", "连接超时<n>毫秒，重试第<n>次")]
    [InlineData("用户“张三”登录失败", "用户<text>登录失败")]
    [InlineData("release v1.42.0 deployed", "release v<n>.<n> deployed")]
    [InlineData("  too   many\tspaces ", "too many spaces")]
    [InlineData("", "")]
    public void What_differs_from_time_to_time_is_masked(string line, string expected) => LogMask.Of(line).ShouldBe(expected);

    [Fact]
    public void A_very_long_line_is_cut() => LogMask.Of(new('a', 100_000)).Length.ShouldBe(1000);

    [Theory]
    [InlineData("\"")]
    [InlineData("msg=\"")]
    [InlineData("=\"\":")]
    [InlineData("-")]
    [InlineData("1.2.3.4.")]
    [InlineData("::::")]
    [InlineData("“")]
    public void Broken_lines_are_lines_too(string line) => LogMask.Of(line).ShouldNotBeNull();
}
