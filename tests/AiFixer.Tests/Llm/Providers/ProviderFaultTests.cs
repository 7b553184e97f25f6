using AiFixer.Llm.Providers;
using AiFixer.Playground.Models;
using AiFixer.Tests.Llm.Support;

namespace AiFixer.Tests.Llm.Providers;

public sealed class ProviderFaultTests
{
    public static TheoryData<ProviderKind, bool> All => Speakers.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_rate_limit_says_how_long_to_stay_away_where_the_provider_says_it(ProviderKind kind, bool stream)
    {
        var limit = new ModelError(429, kind == ProviderKind.Gemini ? "RESOURCE_EXHAUSTED" : "rate_limit_error", "slow down") { RetryAfter = TimeSpan.FromSeconds(57.5) };
        await using var speaking = await Speaking.BeginAsync(kind, stream, new ModelStep { Error = limit });

        var fault = await speaking.FailAsync();

        fault.Kind.ShouldBe(FaultKind.RateLimited);
        fault.RetryAfter.ShouldBe(kind == ProviderKind.Ollama ? null : TimeSpan.FromSeconds(57.5), "Ollama says nothing");
        fault.Message.ShouldContain("slow down");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_server_that_breaks_is_overloaded_and_a_wrong_key_is_denied(ProviderKind kind, bool stream)
    {
        await using var speaking = await Speaking.BeginAsync(
            kind, stream, ModelStep.Fail(529, "overloaded_error"), ModelStep.Fail(401, "authentication_error"), ModelStep.Fail(404, "not_found_error", "no such model"));

        (await speaking.FailAsync()).Kind.ShouldBe(FaultKind.Overloaded);
        (await speaking.FailAsync()).Kind.ShouldBe(FaultKind.Denied);
        (await speaking.FailAsync()).Kind.ShouldBe(FaultKind.NotFound);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_is_said_of_an_error_shows_no_secret(ProviderKind kind, bool stream)
    {
        await using var speaking = await Speaking.BeginAsync(kind, stream, ModelStep.Fail(400, "invalid_request_error", "bad api_key=sk-abcdefghijklmnopqrstuvwxyz012345"));

        (await speaking.FailAsync()).Message.ShouldNotContain("abcdefghijkl");
    }

    [Theory]
    [InlineData(ProviderKind.OpenAi)]
    [InlineData(ProviderKind.Anthropic)]
    [InlineData(ProviderKind.Ollama)]
    [InlineData(ProviderKind.Gemini)]
    public async Task An_error_in_the_middle_of_a_stream_is_an_error(ProviderKind kind)
    {
        var error = new ModelError(500, "overloaded_error", "busy") { InStream = true };
        await using var speaking = await Speaking.BeginAsync(kind, stream: true, new ModelStep { Text = "half", Error = error });

        (await speaking.FailAsync()).Kind.ShouldBe(FaultKind.Overloaded);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_answer_that_breaks_off_is_no_answer(ProviderKind kind, bool stream)
    {
        await using var speaking = await Speaking.BeginAsync(kind, stream, new ModelStep { Text = new string('a', 2000), CutAfter = 700 });

        (await speaking.FailAsync()).Kind.ShouldBeOneOf(FaultKind.CutOff, FaultKind.Unreachable);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_answer_that_does_not_come_in_time_is_given_up(ProviderKind kind, bool stream)
    {
        await using var speaking = await Speaking.BeginAsync(
            kind, stream, new ModelStep { Stall = ModelStall.BeforeHeaders }, new ModelStep { Text = new string('a', 200), Stall = ModelStall.InTheBody });

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var asking = speaking.FailAsync();
            await speaking.Server.StalledAsync(TestContext.Current.CancellationToken);
            speaking.Time.Advance(TimeSpan.FromSeconds(31));
            (await asking).Kind.ShouldBe(FaultKind.TimedOut);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_megabyte_is_not_read(ProviderKind kind, bool stream)
    {
        await using var speaking = await Speaking.BeginAsync(kind, stream, ModelStep.Say(new string('a', 1_000_000)));

        (await speaking.FailAsync()).Kind.ShouldBe(FaultKind.TooLarge);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_page_in_place_of_an_answer_is_unreadable(ProviderKind kind, bool stream)
    {
        await using var speaking = await Speaking.BeginAsync(kind, stream, new ModelStep { Body = "<html>Please sign in.</html>" });

        (await speaking.FailAsync()).Kind.ShouldBeOneOf(FaultKind.Unreadable, FaultKind.CutOff);
    }

    [Theory]
    [InlineData(ProviderKind.OpenAi, """{"choices":[{"message":{"content":"a \ud800 b"}}]}""")]
    [InlineData(ProviderKind.OpenAi, """{"choices":[{"message":{"content":"a","content":"b"}}]}""")]
    [InlineData(ProviderKind.OpenAi, """{"choices":[]}""")]
    [InlineData(ProviderKind.OpenAi, """{"choices":"none"}""")]
    [InlineData(ProviderKind.Anthropic, """{"content":null}""")]
    [InlineData(ProviderKind.Anthropic, """{"content":[{"type":"tool_use","id":"1","name":"x","input":{"a":1,"a":2}}]}""")]
    [InlineData(ProviderKind.Ollama, """{"message":"hello","done":true}""")]
    [InlineData(ProviderKind.Gemini, """{"candidates":[]}""")]
    [InlineData(ProviderKind.Gemini, "[]")]
    public async Task A_body_of_another_form_is_unreadable_and_never_a_crash(ProviderKind kind, string body)
    {
        await using var speaking = await Speaking.BeginAsync(kind, stream: false, new ModelStep { Body = body });

        (await speaking.FailAsync()).Kind.ShouldBe(FaultKind.Unreadable);
    }

    [Fact]
    public async Task A_spent_quota_is_not_taken_for_a_rate_limit()
    {
        await using var openAi = await Speaking.BeginAsync(ProviderKind.OpenAi, false, ModelStep.Fail(429, "insufficient_quota"));
        await using var anthropic = await Speaking.BeginAsync(ProviderKind.Anthropic, false, ModelStep.Fail(402, "billing_error"));

        (await openAi.FailAsync()).Kind.ShouldBe(FaultKind.QuotaSpent);
        (await anthropic.FailAsync()).Kind.ShouldBe(FaultKind.QuotaSpent);
    }

    [Fact]
    public async Task A_conversation_that_is_too_long_is_told_from_a_bad_request()
    {
        await using var speaking = await Speaking.BeginAsync(ProviderKind.OpenAi, false, ModelStep.Fail(400, "context_length_exceeded"), ModelStep.Fail(400, "other"));

        (await speaking.FailAsync()).Kind.ShouldBe(FaultKind.TooLong);
        (await speaking.FailAsync()).Kind.ShouldBe(FaultKind.BadRequest);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_unreachable()
    {
        var speaking = await Speaking.BeginAsync(ProviderKind.OpenAi, false, ModelStep.Say("late"));
        await speaking.Server.DisposeAsync();

        (await speaking.FailAsync()).Kind.ShouldBe(FaultKind.Unreachable);
        await speaking.DisposeAsync();
    }
}
