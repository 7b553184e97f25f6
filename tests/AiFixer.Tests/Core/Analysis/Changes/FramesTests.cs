using AiFixer.Core.Analysis.Changes;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Changes;

/// <summary>Files that a failure names, and what only looks like one.</summary>
public sealed class FramesTests
{
    [Theory]
    [InlineData("services/web/src/address/compact.rs", "thread 'worker' panicked at src/address/compact.rs:18:23: byte index 31 is not a char boundary")]
    [InlineData("web/pricing/quote.go", "panic: runtime error: index out of range\n\t/app/pricing/quote.go:18 +0x1d")]
    [InlineData("web/pricing/rates.py", "Traceback (most recent call last):\n  File \"/app/web/app.py\", line 10, in main\n  File \"/app/pricing/rates.py\", line 31, in rate\nKeyError: 'x'")]
    [InlineData("web/main.py", "Traceback (most recent call last):\n  File \"/main.py\", line 10, in main\nKeyError: 'x'")]
    public void A_failure_may_name_the_file_that_was_changed(string file, string text) => Named(file, text).ShouldNotBeNull();

    [Theory]
    [InlineData("web/app.py", "Traceback (most recent call last):\n  File \"/app/web/app.py\", line 10, in main\n  File \"/app/pricing/rates.py\", line 31, in rate\nKeyError: 'x'", "the most recent call stands last")]
    [InlineData("web/src/address/compact.rs", "thread 'worker' panicked at src/label/compact.rs:18:23: no", "another folder")]
    [InlineData("web/src/address/compact.rs", "thread 'worker' panicked at src/render.rs:4:1: called from src/address/compact.rs:18", "it only led there")]
    [InlineData("web/src/address/compact.rs", "thread 'worker' panicked at src/address/intercompact.rs:18:23: no", "another name")]
    [InlineData("ax.py", "Traceback (most recent call last):\n  File \"/x.py\", line 10, in main\nKeyError: 'x'", "another name as long as this path")]
    [InlineData("billing/index.ts", "TypeError: x is undefined\n    at f (/index.ts:3:9)", "a file of that name is in every service")]
    [InlineData("web/src/cache/offers.go", "{\"level\":\"error\",\"caller\":\"cache/offers.go:51\",\"msg\":\"read failed\",\"error\":\"EOF\"}", "who logs says where, too")]
    public void Other_places_say_nothing_of_it(string file, string text, string why) => Named(file, text).ShouldBeNull(why);

    [Theory]
    [InlineData("f")]
    [InlineData("a.")]
    [InlineData("at a")]
    public void A_long_text_is_read_in_time(string part) => Named("web/a.rs", $"panic {string.Concat(Enumerable.Repeat(part, 8000))}").ShouldBeNull();

    private static string? Named(string file, string text) => Frames.Named(
        ReadChange.Of(new("abcdef1234", Seen.At(1), "a", "change", [file], $"@@ {file} @@\n-  a();\n+  b();", "E1")),
        (Seen.Scene() with { Lines = [.. Seen.Lines(Seen.Began, Seen.Minutes, text)] }).Picture());
}
