using LookoutVision.Benchmarks.Accuracy;

return new AccuracyCommand().Parse(args).Invoke();
