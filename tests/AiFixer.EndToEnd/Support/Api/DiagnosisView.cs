namespace AiFixer.EndToEnd.Support;

public sealed record DiagnosisView(string Verdict, string Category, string RootCause);
