"""A network written for onnxruntime, its weights in 8 bits."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

OPERATORS = 17
"""The version of ONNX's operator set."""


def write(
    network: nn.Module,
    example: Sequence[Tensor],
    outputs: Sequence[str],
    axes: Mapping[str, dict[int, str]],
    path: Path,
) -> None:
    """Write a network, one scale a column; `axes` names what may grow, inputs before outputs.

    Seven bits are used, since processors without VNNI overflow on eight.
    """
    inputs = [name for name in axes if name not in outputs]
    with tempfile.TemporaryDirectory() as folder:
        whole, prepared = Path(folder) / "whole.onnx", Path(folder) / "prepared.onnx"
        torch.onnx.export(
            network.eval(),
            tuple(example),
            whole,
            input_names=inputs,
            output_names=list(outputs),
            dynamic_axes=dict(axes),
            opset_version=OPERATORS,
            dynamo=False,
        )
        quant_pre_process(whole, prepared, skip_symbolic_shape=True)
        quantize_dynamic(
            prepared,
            path,
            op_types_to_quantize=["MatMul", "Gemm"],
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
        )
