using System.Diagnostics;
using AiFixer.Llm.Telemetry;
using AiFixer.Playground.Models;
using AiFixer.Tests.Llm.Support;

namespace AiFixer.Tests.Llm.Telemetry;

public sealed class CallTraceTests
{
    [Fact]
    public async Task Every_call_is_a_span_with_the_names_for_generative_ai_and_without_what_was_said()
    {
        var spans = new List<Activity>();
        var trace = ActivityTraceId.CreateRandom();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == LlmInstruments.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                lock (spans)
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var around = new Activity("test").SetParentId(trace, ActivitySpanId.CreateRandom()).Start();
        await using var asking = await Asking.BeginAsync(ModelStep.Fail(503), Said.Analysis() with { TokensIn = 321, TokensOut = 45 }, Said.Nothing);

        await asking.DiagnoseAsync();
        asking.Time.Advance(TimeSpan.FromMinutes(10));
        await asking.DiagnoseAsync();

        List<Activity> ours;
        lock (spans)
            ours = spans.FindAll(span => span.TraceId == trace);
        ours[0].GetTagItem("error.type").ShouldBe("Overloaded");
        var answered = ours[1];
        answered.DisplayName.ShouldBe("chat test-model");
        answered.GetTagItem("gen_ai.provider.name").ShouldBe("openai");
        answered.GetTagItem("gen_ai.request.model").ShouldBe("test-model");
        answered.GetTagItem("gen_ai.usage.input_tokens").ShouldBe(321L);
        answered.GetTagItem("gen_ai.usage.output_tokens").ShouldBe(45L);
        answered.GetTagItem("gen_ai.operation.name").ShouldBe("chat");
        answered.GetTagItem("gen_ai.output.type").ShouldBe("json");
        answered.GetTagItem("gen_ai.response.finish_reasons").ShouldBe(new[] { "stop" });
        answered.GetTagItem("gen_ai.usage.cost").ShouldBeOfType<double>();
        answered.GetTagItem("aifixer.llm.input.characters").ShouldBeOfType<int>().ShouldBeGreaterThan(100);
        answered.GetTagItem("aifixer.llm.output.characters").ShouldBeOfType<int>().ShouldBeGreaterThan(10);
        answered.Source.TelemetrySchemaUrl.ShouldBe("https://opentelemetry.io/schemas/1.40.0");
        answered.TagObjects.ShouldNotContain(tag => (tag.Value as string ?? "").Contains("error rate", StringComparison.Ordinal));
    }
}
